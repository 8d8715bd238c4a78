import { parentPort, workerData } from 'node:worker_threads';
import { createMemory, PARTS } from '@entente/matching';
import { Documents } from '@entente/matching/index/documents';
import { openSpace } from '@entente/matching/memory/space';
import { randomFor } from '@entente/testkit/people/random';

/** What the worker is asked: how many numbers of documents to hold, and how many to ask for. */
export interface DocumentsWork {
  numbers: number;
  queries: number;
}

export interface DocumentsResult {
  buildSeconds: number;
  memoryMib: number;
  /** Microseconds of one look-up. */
  p50: number;
  p99: number;
  /** In one run without a clock between. */
  perSecond: number;
  /** Numbers that are held and were not found, and the other way round. */
  missed: number;
  mistaken: number;
}

const { numbers, queries } = workerData as DocumentsWork;
const LETTERS = 'ABCEHKMNPRTVXY';

/** Nine characters, as passports have them; different numbers for different places. */
function numberAt(at: number): string {
  const mixed = (at * 48_271) % 2_147_483_647;
  return `${LETTERS[mixed % 14]}${LETTERS[Math.floor(at / 10_000_000) % 14]}${String(at % 10_000_000).padStart(7, '0')}`;
}

const memory = createMemory();
const documents = new Documents(openSpace(memory));
const began = performance.now();
for (let at = 0; at < numbers; at++) documents.add([numberAt(at)], at);
const buildSeconds = (performance.now() - began) / 1000;
documents.refresh();

const random = randomFor(4_711, 0);
/** Every second one is of a number that nobody holds. */
const asked = Array.from({ length: queries }, (_, at) => {
  const held = random.below(numbers);
  return at % 2 === 0 ? { held, number: numberAt(held) } : { held: -1, number: `${numberAt(held).slice(0, 2)}W${at}7` };
});
let missed = 0;
let mistaken = 0;
const durations = new Float64Array(queries);
for (const [at, { held, number }] of asked.entries()) {
  const start = performance.now();
  const found = documents.holdersOf(number);
  durations[at] = (performance.now() - start) * 1000;
  if (held >= 0 && !found.includes(held)) missed += 1;
  if (held < 0 && found.length > 0) mistaken += 1;
}
durations.sort();
const batch = performance.now();
for (const { number } of asked) documents.holdersOf(number);
const perSecond = Math.round((queries / (performance.now() - batch)) * 1000);
let bytes = 0;
for (const part of PARTS) bytes += memory[part].byteLength;
parentPort?.postMessage({
  buildSeconds,
  memoryMib: Math.round(bytes / 2 ** 20),
  p50: durations[Math.floor(queries / 2)]!,
  p99: durations[Math.floor(queries * 0.99)]!,
  perSecond,
  missed,
  mistaken,
} satisfies DocumentsResult);
