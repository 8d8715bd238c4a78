import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setByHand } from '@entente/matching/sounds/costs';
import type { Exchange } from '@entente/matching/sounds/exchange';
import { DIGITS } from '@entente/matching/sounds/fold';
import type { Vowels } from '@entente/matching/sounds/form';
import { PLACES } from '@entente/matching/sounds/places';
import { randomFor } from '@entente/testkit/people/random';
import { SIZE, similarityUnder } from './alignment-path.ts';
import { cldrPairs } from './cldr.ts';
import { accuracyAt, bestThreshold, rounded } from './figures.ts';
import { type Example, examplesOf, learn } from './learning.ts';
import { originalWordPairs, readUnPersons } from './listed.ts';
import { readPairs, type Split } from './pairs.ts';

/**
 * `node bench/accuracy/learn.ts`: learns the costs of exchange between Latin letters and other scripts from the training half of
 * the name pairs, and writes `packages/matching/src/sounds/learned-costs.ts`. The other half is only judged. The same data and
 * seed give the same file.
 */
const SEED = 5;
const EVERY_PAIR = 1_000_000;
const FILE = new URL('../../packages/matching/src/sounds/learned-costs.ts', import.meta.url);

/** The kinds of writing to learn, each from the scripts of it that there are pairs for. */
const LESSONS: [Exclude<Vowels, 'written'>, string[]][] = [
  ['transcribed', ['cyrillic']],
  ['indic', ['devanagari', 'hi', 'mr', 'bn', 'as', 'pa', 'gu', 'or', 'ta', 'te', 'kn', 'ml']],
  ['unwritten', ['arabic', 'listed', 'hebrew']],
  ['syllabic', ['han', 'hangul']],
];

const listed = await readUnPersons();
if (!listed) throw new Error('../shared/data/lists is not at hand');
const listedPairs = originalWordPairs(listed);

const tables: string[] = [];
for (const [vowels, scripts] of LESSONS) {
  const splits = scripts.map((script) => {
    const { train, test } = pairsOf(script);
    return { script, train: examplesOf(train), test: examplesOf(test) };
  });
  const start = setByHand('written', vowels);
  const learned = learn(
    start,
    splits.flatMap(({ train }) => train),
    randomFor(
      SEED,
      LESSONS.findIndex(([kind]) => kind === vowels),
    ),
  );
  for (const { script, train, test } of splits)
    console.log(
      `${script}: ${train.length} learned from; F1 of the others ${judged(start, train, test)} set by hand, ${judged(learned, train, test)} learned`,
    );
  tables.push(`  ${vowels}: {\n${printed(learned)}\n  },`);
}
writeFileSync(FILE, fileText());
console.log(`wrote ${fileURLToPath(FILE)}`);

function pairsOf(script: string): Split {
  if (script.length === 2) return cldrPairs(script);
  const split = script === 'listed' ? listedPairs : readPairs(script, EVERY_PAIR);
  if (!split) throw new Error('../shared/data/names is not at hand');
  return split;
}

/** F1 on the half that was not learned from, at the threshold best on the other. */
function judged(exchange: Exchange, train: Example[], test: Example[]): number {
  const score = ({ readings, same }: Example) => ({
    score: Math.max(...readings.map((pair) => similarityUnder(exchange, ...pair))),
    same,
  });
  return rounded(accuracyAt(test.map(score), bestThreshold(train.map(score))).f1);
}

function printed({ substitution, last, left, right, swap }: Exchange): string {
  const rows = (name: string, table: Float32Array, count: number) => {
    const lines = Array.from({ length: count }, (_, row) => {
      const costs = table.slice(row * SIZE, row * SIZE + DIGITS);
      return `      '${Array.from(costs, (cost) => Math.round(cost * 100)).join(' ')}',`;
    });
    return `    ${name}: [\n${lines.join('\n')}\n    ],`;
  };
  return [
    rows('substitution', substitution, DIGITS),
    rows('last', last, DIGITS),
    rows('left', left, PLACES),
    rows('right', right, PLACES),
    `    swap: ${Math.round(swap * 100)},`,
  ].join('\n');
}

function fileText(): string {
  return `// Learned by bench/accuracy/learn.ts (seed ${SEED}) from the training half of the pairs that docs/reference/matching.md names:
// Wikidata labels (CC0) and the Indian Names Corpus of Alok Parlikar (2011, CC BY 3.0). Not to be changed by hand.

/** Costs between Latin letters (left) and another writing (right), in hundredths: a row for each sound, or place, on the left. */
export interface LearnedCosts {
  substitution: readonly string[];
  last: readonly string[];
  left: readonly string[];
  right: readonly string[];
  swap: number;
}

/** By what the vowels of the other writing are worth. */
export const LEARNED: Record<'transcribed' | 'indic' | 'unwritten' | 'syllabic', LearnedCosts> = {
${tables.join('\n')}
};
`;
}
