import { checkDigitOf } from './check-digit.ts';
import { type Layout, MRV_A, MRV_B, TD1, TD2, TD3 } from './layouts.ts';
import type { MrzRefusalCode } from './model.ts';

/** Stands for a character the scanner did not deliver. */
export const CUT = ' ';

/** The longest text that is looked at: a TD1 zone with generous white space. */
const LONGEST = 400;

/** The least that is worth reading: a TD1 first line up to its document number. */
const SHORTEST = 24;

export interface ArrangedZone {
  layout: Layout;
  /** Each of the layout's width; what is not there is `CUT`. */
  lines: string[];
}

const WIDTHS = [TD1.width, TD2.width, TD3.width];

type Refusal = { code: MrzRefusalCode; detail: string };

/** The second line of two: number, check digit, nationality, birth date, check digit, sex. */
const SECOND_LINE = /^[A-Z0-9<]{9}[0-9A-Z<][A-Z<0-9]{3}[0-9OIBSZG<]{6}[0-9OIBSZG][MFX<]/u;

/** Finds the format of a text and lays its characters out in lines, cut ends filled with `CUT`. */
export function arrangeLines(text: string): ArrangedZone | Refusal {
  if (text.length > LONGEST)
    return { code: 'too-long', detail: `A zone has at most 90 characters; this text has ${text.length}.` };
  const lines = zoneCharacters(text);
  if (lines.length === 0) return { code: 'empty', detail: 'The text is empty.' };
  for (const spaces of ['', '<']) {
    const whole = lines.map((line) => line.replaceAll(' ', spaces));
    const strange = /[^A-Z0-9<]/u.exec(whole.join(''));
    if (strange)
      return { code: 'not-a-zone', detail: `A zone holds A to Z, 0 to 9 and <; this text holds "${strange[0]}".` };
    const arranged = inLines(whole) ? arrangeByLines(whole) : (arrangeWhole(whole.join('')) ?? arrangeByLines(whole));
    if (arranged) return arranged;
  }
  const length = lines.join('').length;
  if (length < SHORTEST) return { code: 'cut', detail: `Only ${length} characters are left; scan again.` };
  return {
    code: 'not-a-zone',
    detail: `No format has lines of ${lines.map((line) => line.length).join(' and ')} characters.`,
  };
}

/** Capitals, one kind of filler, single spaces, no control characters; empty lines dropped. */
function zoneCharacters(text: string): string[] {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[«»]/gu, '<<')
    .replace(/[‹›≤]/gu, '<')
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) =>
      line
        .replace(/[\p{Cc}\p{Cf}]+/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** Whether line breaks stand where a zone has them. */
function inLines(lines: string[]): boolean {
  return lines.length > 1 && WIDTHS.includes(lines[0]!.length);
}

function arrangeWhole(characters: string): ArrangedZone | undefined {
  const visa = characters[0] === 'V';
  if (characters.length === 88) return cutUp(characters, visa ? MRV_A : TD3);
  if (characters.length === 72 && SECOND_LINE.test(characters.slice(36))) return cutUp(characters, visa ? MRV_B : TD2);
  return characters.length === 90 && /^[ACI]/u.test(characters) ? cutUp(characters, TD1) : undefined;
}

function cutUp(characters: string, layout: Layout): ArrangedZone {
  const lines = Array.from({ length: layout.lines }, (_, line) => {
    const part = characters.slice(line * layout.width, (line + 1) * layout.width);
    return fill(part, layout, line);
  });
  return { layout, lines };
}

/** Lines of unequal length: fillers lost at an end, a line cut short, or lines missing. */
function arrangeByLines(lines: string[]): ArrangedZone | undefined {
  const [first = '', ...rest] = lines;
  if (rest.length === 0) return arrangeSingle(first);
  const layout = layoutOf(lines);
  if (!layout || lines.length > layout.lines || lines.some((line) => line.length > layout.width)) return undefined;
  if (first.length < 5) return undefined;
  return { layout, lines: Array.from({ length: layout.lines }, (_, at) => fill(lines[at] ?? '', layout, at)) };
}

/** One run without line breaks: a whole zone cut at its end, or the second line alone. */
function arrangeSingle(line: string): ArrangedZone | undefined {
  const second = SECOND_LINE.test(line) && checkDigitOf(line.slice(13, 19)) === line[19];
  if (second && (line.length === 44 || line.length === 36)) {
    const layout = line.length === 44 ? TD3 : TD2;
    return { layout, lines: [CUT.repeat(layout.width), line] };
  }
  if (line.length < SHORTEST || !/^[PVACI][A-Z<][A-Z0-9<]{3}/u.test(line)) return undefined;
  const layout = singleLayout(line);
  return line.length <= layout.width * layout.lines ? cutUp(line, layout) : undefined;
}

function singleLayout(line: string): Layout {
  if (line[0] === 'P') return TD3;
  if (line[0] === 'V') return MRV_A;
  if (checkDigitOf(line.slice(5, 14)) === line[14] || /\d/u.test(line.slice(5, 14))) return TD1;
  return TD2;
}

/** The format whose width the longest line has, or the next wider one that its first letter allows. */
function layoutOf(lines: string[]): Layout | undefined {
  const first = lines[0]!;
  const longest = Math.max(...lines.map((line) => line.length));
  if (lines.length === 3) return longest <= 30 ? TD1 : undefined;
  if (first[0] === 'V') return longest <= 36 ? MRV_B : MRV_A;
  if (first[0] === 'P') return longest === 36 && first.length === 36 ? TD2 : TD3;
  if (longest <= 30) return TD1;
  return longest <= 36 ? TD2 : TD3;
}

/** Fillers are what an end loses without harm where the name line or a visa's optional data ends; elsewhere the end is cut. */
function fill(part: string, layout: Layout, line: number): string {
  const endsInFiller =
    line === layout.name[0] ? part.length > 5 || layout.format === 'TD1' : !layout.composite && line === 1;
  const lost = endsInFiller && part.length > 0 && part.length >= (line === layout.name[0] ? 1 : 28);
  return part.padEnd(layout.width, lost ? '<' : CUT);
}
