/** The machine-readable zone as far as a scanner has typed it into the desk's field. */
export interface Zone {
  lines: string[];
  /** Lines the document has: three on TD1 cards, two on all else (ICAO Doc 9303-3). */
  expected: 2 | 3;
  /** Every line is there in full length. */
  whole: boolean;
  /** The keys came through a Russian keyboard layout and were put back. */
  relaid: boolean;
}

const LENGTHS = [30, 36, 44];
const SHORTEST_ZONE = 28;

/** Keys of the Russian layout and what a scanner meant by them; the filler `<` is Shift with Б's key. */
const RUSSIAN = new Map(
  [...'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬБ'].map((key, place) => [key, [...'QWERTYUIOPASDFGHJKLZXCVBNM<'][place]!]),
);

/** Reads the field's text as a zone, whole or in part; null when it is none, a name for instance. */
export function readZone(text: string): Zone | null {
  const cleaned = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\r\n\t]+/)
    .map((line) => line.replaceAll(/[\s\p{Cf}]/gu, ''))
    .filter((line) => line !== '');
  const relaid = cleaned.some((line) => line.includes('ББ'));
  const typed = relaid ? cleaned.map((line) => [...line].map((key) => RUSSIAN.get(key) ?? key).join('')) : cleaned;
  const joined = typed.join('');
  if (joined.length < SHORTEST_ZONE || !joined.includes('<') || !/^[A-Z0-9<]+$/.test(joined)) return null;
  const lines = typed.length === 1 ? cut(joined) : typed;
  const expected = lines[0]!.length <= 33 ? 3 : 2;
  const whole =
    lines.length === expected &&
    lines.every((line) => line.length === lines[0]!.length && LENGTHS.includes(line.length));
  return { lines, expected, whole, relaid };
}

/** Some scanners send all lines without a break: 90, 72 or 88 characters. */
function cut(joined: string): string[] {
  const size = { 90: 30, 72: 36, 88: 44 }[joined.length];
  if (!size) return [joined];
  return Array.from({ length: joined.length / size }, (_, line) => joined.slice(line * size, (line + 1) * size));
}
