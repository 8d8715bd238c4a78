import type { ListedName, SubjectKind } from '@entente/contracts/alerts';
import { because, type Reason } from './reasons.ts';
import { cleanText, scriptOf } from './text.ts';

export type NameKind = ListedName['kind'];
export type NameQuality = ListedName['quality'];

/** Longer than any name a list gives; a longer one is a fault of the file. */
export const LONGEST_NAME = 1000;
const MOST_NAMES = 500;

/** What is said about one name where the list writes it into the name itself. */
interface Written {
  full: string;
  kind?: NameKind;
}

/** Adds a name in clean form unless it stands there already; returns what was wrong with it, if anything. */
export function addName(
  names: ListedName[],
  written: string | undefined,
  kind: NameKind,
  quality: NameQuality,
  parts?: ListedName['parts'],
): Reason | undefined {
  const { text, deceptive } = cleanText(written ?? '');
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  if (text.length > LONGEST_NAME) return because('long-name', { count: text.length });
  const script = scriptOf(text);
  const told = kind === 'alias' && script !== 'Latn' && script !== 'Zyyy' ? 'original-script' : kind;
  if (!names.some((name) => name.full === text)) {
    if (names.length >= MOST_NAMES) return because('many-names', { count: MOST_NAMES });
    names.push({ full: text, ...(parts && { parts }), kind: told, quality, script });
  }
  return deceptive ? because('writing-direction') : undefined;
}

/** The parts of a name that its list writes "FAMILY, Given"; undefined without the comma. */
export function familyFirst(text: string): ListedName['parts'] {
  const comma = text.indexOf(',');
  const family = text.slice(0, comma).trim();
  const given = text.slice(comma + 1).trim();
  return comma > 0 && family && given ? { given, family } : undefined;
}

/** Splits at semicolons outside brackets; quotation marks around one or several values are taken off. */
export function splitValues(text: string): string[] {
  const values: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (char === ';' && depth === 0) {
      values.push(text.slice(from, at));
      from = at + 1;
    }
  }
  values.push(text.slice(from));
  return values.map((value) => value.trim().replace(/^"|"$/g, '').trim()).filter(Boolean);
}

const FORMER = /\b(?:(?:previously|formerly|as)\s+(?:previously\s+|formerly\s+)?listed(?:\s+as)?|f\.k\.a\.:?)/i;
/** Brackets with a note, in anyone's name. */
const NOTE =
  /\b(born|birth|DOB|POB|passport|nom de guerre|combat name|listed|deceased|initials|name in|original script)\b/i;
/** Brackets with a note in a person's name; in an organisation's the same words may belong to it. */
const NOTE_ON_PERSON =
  /\b(minister|deputy|governor|director|commander|head of|chief|member|identi\w+|national|issued|since|third)\b|\d{4}/i;
/** More than a name can hold; such a text is no name and is left to `addName` to report. */
const READABLE = 2000;
const MOST_BRACKETS = 40;
/** `(a) … (b) …`, `a) … b) …`: values numbered within a field. */
export const ENUMERATION = /(?:^|[\s,;])\(?[a-j]\)\s*/;

/**
 * The names an alias or name field holds, in the ways the lists write them: alternatives after `;` or
 * `b)`, the original script or a spelling in brackets, `(a.k.a. …)` for the word before it, and notes of
 * birth or former listing, which are no part of a name.
 */
export function readNames(text: string, kind: SubjectKind): Written[] {
  return splitValues(text)
    .flatMap((value) => value.split(ENUMERATION))
    .filter((value) => value.trim() !== '')
    .slice(0, MOST_NAMES + 1)
    .flatMap((value) => readName(value, kind));
}

function readName(text: string, kind: SubjectKind): Written[] {
  if (text.length > READABLE || text.split('(').length > MOST_BRACKETS) return [{ full: text }];
  const former = FORMER.test(text);
  const bare = text
    .replace(/\(original script\)/gi, '')
    .replace(/^\s*f\.k\.a\.:?\s*/i, '')
    .replace(/[,.]\s+(?:born|date of birth|DOB)\b.*$/is, '')
    .replace(/\s+born\s+(?:on\s+|in\s+)?\d.*$/is, '');
  const found: Written[] = [];
  const main = readBrackets(bare, kind, found);
  const loose = /^(.*?)\s+a\.k\.a\.?\s+(.*)$/i.exec(main);
  const first = splitScripts(loose ? (loose[1] as string) : main);
  const names = [...first.map((full) => ({ full })), ...found];
  if (loose) names.push(...looseVariants(first[0] ?? '', loose[2] as string));
  return names
    .map(({ full }) => full.replace(/^[\s,;:/]+|[\s,;:/]+$/g, ''))
    .filter((full) => full !== '')
    .map((full) => (former ? { full, kind: 'former' as const } : { full }));
}

const BRACKETS = /\(([^()]*(?:\([^()]*\)[^()]*)*)\)/;

/** Takes every bracket out of a name; what the brackets give goes to `found`. Returns the name without them. */
function readBrackets(text: string, kind: SubjectKind, found: Written[]): string {
  let rest = text;
  const variants: { before: string; words: string[] }[] = [];
  for (let match = BRACKETS.exec(rest); match; match = BRACKETS.exec(rest)) {
    const inside = (match[1] as string).trim();
    const before = rest.slice(0, match.index).trim();
    const after = rest.slice(match.index + match[0].length).trim();
    rest = `${before} ${after}`.trim();
    const script = scriptWithin(inside);
    const said = /^a\.?k\.?a\.?,?:?\s*(.*)$/is.exec(inside);
    if (script && (before === '' || isLatin(before))) found.push({ full: script });
    else if (!isLatin(before) && isLatin(inside)) found.push(...inside.split(/[,;]/).map((full) => ({ full })));
    else if (said) variants.push({ before, words: splitWords(said[1] as string) });
    else if (NOTE.test(inside) || (kind === 'person' && NOTE_ON_PERSON.test(inside))) continue;
    else if (kind === 'person') readSpelling(inside, before, after, found, variants);
    else if (kind === 'vessel' || isAcronym(inside)) found.push({ full: inside });
    else
      rest = `${before} (${inside.replaceAll('(', '[').replaceAll(')', ']')}) ${after}`
        .replace(BRACKETS, '⟨$1⟩')
        .trim();
  }
  rest = rest.replaceAll('⟨', '(').replaceAll('⟩', ')').replace(/\s+\)/g, '').replace(/\s+/g, ' ');
  for (const { before, words } of variants) found.push(...substitute(rest, before, words));
  return rest;
}

function readSpelling(
  inside: string,
  before: string,
  after: string,
  found: Written[],
  variants: { before: string; words: string[] }[],
): void {
  if (!before) return;
  if (!after && /\s/.test(inside) && !inside.includes(',')) found.push({ full: inside });
  else variants.push({ before, words: splitWords(inside) });
}

/** The name with the last word of `before` replaced by each of `words`. */
function substitute(name: string, before: string, words: string[]): Written[] {
  const lead = before.replace(BRACKETS, '').replace(/\s+/g, ' ').trim();
  const last = lead.split(' ').at(-1) ?? '';
  const at = name.indexOf(last, Math.max(0, lead.length - last.length - 1));
  if (!last || at < 0) return words.map((full) => ({ full }));
  return words.map((word) => ({ full: `${name.slice(0, at)}${word}${name.slice(at + last.length)}` }));
}

/** Spellings that follow a whole name stand for the word of it that they look like. */
function looseVariants(name: string, text: string): Written[] {
  const [latin = '', ...scripts] = splitScripts(text.replace(/\)/g, ''));
  const spellings = splitWords(latin).flatMap((word) => substitute(name, upToLikest(name, word), [word]));
  return [...spellings, ...scripts.map((full) => ({ full }))];
}

function upToLikest(name: string, word: string): string {
  const words = name.split(' ');
  const shared = words.map((other) => likeness(other.toLowerCase(), word.toLowerCase()));
  return words.slice(0, shared.indexOf(Math.max(...shared)) + 1).join(' ');
}

/** The part of the letters two words have in common. */
function likeness(left: string, right: string): number {
  const letters = [...right];
  const kept = [...left].filter((letter) => {
    const at = letters.indexOf(letter);
    if (at >= 0) letters.splice(at, 1);
    return at >= 0;
  });
  return kept.length / Math.max(left.length, right.length, 1);
}

function isLatin(text: string): boolean {
  return scriptOf(text) === 'Latn';
}

function splitWords(text: string): string[] {
  return text
    .split(/,|\ba\.?k\.?a\.?\b/i)
    .map((word) => word.trim())
    .filter(Boolean)
    .slice(0, 20);
}

/** Text whose Latin part comes first and whose end is another script, as two names. */
function splitScripts(text: string): string[] {
  const match =
    /^([^\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hangul}]*\p{Script=Latin}[^\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hangul}]*)\s([\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hangul}][^\p{Script=Latin}]*)$/u.exec(
      text,
    );
  return match ? [match[1] as string, match[2] as string] : [text];
}

/** A name in another script named in a note: `original script: Рамзан Одуев`, `in Arabic: سيف العدل`, or alone. */
export function scriptWithin(text: string): string | undefined {
  const told = /(?:original script|in Arabic(?: script)?|spelling)\s*:\s*(.+)$/is.exec(text);
  const candidate = (told ? (told[1] as string) : text).trim();
  return /[^\P{L}\p{Script=Latin}]/u.test(candidate) && !/\p{Script=Latin}{2}/u.test(candidate) ? candidate : undefined;
}

function isAcronym(text: string): boolean {
  return /^[\p{Lu}\p{N}][\p{Lu}\p{N}&/.'’-]{1,14}$/u.test(text);
}
