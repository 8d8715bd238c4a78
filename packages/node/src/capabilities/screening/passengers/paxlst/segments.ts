/** A segment of a UN/EDIFACT interchange (ISO 9735): its tag, and elements of components. */
export interface Segment {
  /** The line of the file it begins on, from 1. */
  line: number;
  tag: string;
  elements: string[][];
}

/** The six service characters, as a UNA states them or by default (ISO 9735-1, 5.1 and annex). */
interface Service {
  component: string;
  element: string;
  release: string;
  terminator: string;
}

const DEFAULT: Service = { component: ':', element: '+', release: '?', terminator: "'" };
const UNA_LENGTH = 9;

/** Whether the text is an interchange; leading spaces and line ends are let be. */
export function isInterchange(text: string): boolean {
  return /^\s*(?:UNA.{6}\s*)?(?:UN[BGH]|UIB)[^\p{L}\p{N}]/su.test(text);
}

/** Every segment in order. `cut`: the last one has no terminator. */
export function readSegments(text: string): { segments: Segment[]; cut: boolean } {
  const start = text.length - text.trimStart().length;
  const service = serviceOf(text, start);
  const segments: Segment[] = [];
  let line = 1 + countLineEnds(text, 0, start);
  let at = text.startsWith('UNA', start) ? start + UNA_LENGTH : start;
  while (at < text.length) {
    const blank = /^[\r\n\t ]*/u.exec(text.slice(at, at + 1000))![0].length;
    line += countLineEnds(text, at, at + blank);
    at += blank;
    if (blank > 0) continue;
    const end = endOf(text, at, service);
    if (end < 0) return { segments, cut: true };
    segments.push({ line, ...partsOf(text.slice(at, end), service) });
    line += countLineEnds(text, at, end);
    at = end + 1;
  }
  return { segments, cut: false };
}

function serviceOf(text: string, start: number): Service {
  if (!text.startsWith('UNA', start)) return DEFAULT;
  const [component = ':', element = '+', , release = '?', , terminator = "'"] = text.slice(
    start + 3,
    start + UNA_LENGTH,
  );
  return { component, element, release, terminator };
}

/** Where the segment that begins at `at` ends; -1 where it does not. */
function endOf(text: string, at: number, { release, terminator }: Service): number {
  for (let here = at; here < text.length; here++) {
    if (text[here] === release && release !== ' ') here++;
    else if (text[here] === terminator) return here;
  }
  return -1;
}

function partsOf(segment: string, { component, element, release }: Service): Pick<Segment, 'tag' | 'elements'> {
  const elements: string[][] = [['']];
  const append = (text: string) => {
    const last = elements.at(-1)!;
    last[last.length - 1] += text;
  };
  for (let at = 0; at < segment.length; at++) {
    const sign = segment[at]!;
    if (sign === release && release !== ' ') append(segment[++at] ?? '');
    else if (sign === element) elements.push(['']);
    else if (sign === component) elements.at(-1)!.push('');
    else if (sign !== '\r' && sign !== '\n') append(sign);
  }
  const [[tag = ''] = [], ...rest] = elements;
  return { tag: tag.trim(), elements: rest };
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
