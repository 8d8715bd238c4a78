import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Random, randomFor } from '@entente/testkit/people/random';
import { pinyin } from 'pinyin-pro';

/** A pair of names with what is known of it. */
export interface LabelledPair {
  left: string;
  right: string;
  same: boolean;
}

export interface Split {
  /** For choosing thresholds and costs. */
  train: LabelledPair[];
  /** For judging them; never looked at otherwise. */
  test: LabelledPair[];
}

const FOLDER = new URL('../../../shared/data/names/', import.meta.url);
const FILES: Record<string, string> = {
  arabic: 'wikidata-arabic.tsv.gz',
  cyrillic: 'wikidata-russian.tsv.gz',
  han: 'wikidata-chinese.tsv.gz',
  hangul: 'wikidata-korean.tsv.gz',
  hebrew: 'wikidata-hebrew.tsv.gz',
  devanagari: 'indian-names-devanagari.tsv.gz',
};

/** Rows seen less often are often wrong (the data's own README). */
const SEEN = 3;
const SEED = 11;
/** Neighbours in the alphabet, at most this far away, make the hard half of the wrong pairs. */
const NEIGHBOURHOOD = 12;

export const SCRIPTS = Object.keys(FILES);

/**
 * Name parts of one script against Latin: each right pair with one wrong pair, half of them random and
 * half neighbours in the alphabet. The Latin name decides which half of the split a pair falls into,
 * so that no name is in both. Undefined when the data is not at hand.
 */
export function readPairs(script: string, most: number): Split | undefined {
  const read = readRows(script);
  if (!read) return undefined;
  const split = splitPairs(read.rows, read.together);
  return { train: thin(split.train, most), test: thin(split.test, most) };
}

/**
 * The names in Han whose Latin spelling is what pinyin-pro reads them as, spelt together and without tones; a wrong pair is of
 * another reading. Undefined when the data is not at hand.
 */
export function pinyinPairs(): Split | undefined {
  const read = readRows('han');
  if (!read) return undefined;
  const standard = read.rows.filter(({ left, right }) => spell(right) === left.toLowerCase());
  const { train, test } = splitPairs(standard, read.together);
  const isSound = ({ left, right, same }: LabelledPair) => same || spell(right) !== left.toLowerCase();
  return { train: train.filter(isSound), test: test.filter(isSound) };
}

function spell(han: string): string {
  return pinyin(han, { toneType: 'none', type: 'array', v: true }).join('');
}

/** Right pairs, and all that stand together in the data, however seldom. */
function readRows(script: string): { rows: Pick<LabelledPair, 'left' | 'right'>[]; together: Set<string> } | undefined {
  const file = new URL(FILES[script]!, FOLDER);
  if (!existsSync(file)) return undefined;
  const lines = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const kept = lines.filter(([left, right, seen]) => left && right && (seen === undefined || Number(seen) >= SEEN));
  return {
    rows: kept.map(([left, right]) => ({ left: left!, right: right! })),
    together: new Set(lines.map(([left, right]) => `${left}\t${right}`)),
  };
}

/** Each right pair with a wrong one that is not `together` (left, tab, right), in halves by the left name. */
export function splitPairs(pairs: { left: string; right: string }[], together: Set<string>): Split {
  const sorted = pairs.toSorted((a, b) => (a.left < b.left ? -1 : 1));
  const split: Split = { train: [], test: [] };
  for (const [at, { left, right }] of sorted.entries()) {
    const half = hashOf(left) % 2 === 0 ? split.train : split.test;
    const random = randomFor(SEED, at);
    const wrong = wrongRight(sorted, at, random);
    half.push({ left, right, same: true });
    if (!together.has(`${left}\t${wrong}`)) half.push({ left, right: wrong, same: false });
  }
  return split;
}

function wrongRight(rows: { left: string; right: string }[], at: number, random: Random): string {
  if (random.chance(0.5)) return random.pick(rows).right;
  const step = (1 + random.below(NEIGHBOURHOOD)) * (random.chance(0.5) ? 1 : -1);
  return rows[(at + step + rows.length) % rows.length]!.right;
}

/** At most so many, evenly taken. */
function thin(pairs: LabelledPair[], most: number): LabelledPair[] {
  if (pairs.length <= most) return pairs;
  return Array.from({ length: most }, (_, at) => pairs[Math.floor((at * pairs.length) / most)]!);
}

/** FNV-1a. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
