import { Session } from 'node:inspector/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { keepYoungObjectsYoung } from '@entente/node/platform/threads/young-objects';
import { createWatchIndex } from '@entente/node/screening';
import { asListed, inventPeople } from '@entente/testkit/people/person';
import { inventQueries } from '../screening/queries.ts';
import { now, type Part, type Span, sharesOf } from './shares.ts';

export interface SearchWork {
  persons: number;
  queries: number;
  seed: number;
}

/** Shares of each part in percent: of all questions, and of the slowest hundredth of them. */
export interface SearchShares {
  all: Map<string, number>;
  slowest: Map<string, number>;
}

const PARTS: Part[] = [
  ['garbage', /\(garbage collector\)/],
  ['who_shares_what', /\/index\/(?:retrieval|estimate)|\/memory\/lists/],
  ['sounds_compared', /\/sounds\//],
  ['like_tokens_sought', /\/index\/(?:vocabulary|readings|most-alike|probes|tokens)|\/memory\//],
  ['names_aligned', /\/names\/(?:alignment|joins|score|similarity|compare|short-forms)|\/index\/refinement/],
  ['names_read', /\/names\/|\/scripts\/|\/text\//],
  ['subjects_judged', /\/index\/(?:subjects|judgement|facts|search)|\/facts\//],
];
const LISTS = ['invented'] as const;
const EVERY_MICROSECONDS = 200;
/** Of these nothing is told: code that was not compiled yet is no measure. */
const WARM = 400;

const { persons, queries, seed } = workerData as SearchWork;
// As the node does.
keepYoungObjectsYoung();
const index = createWatchIndex();
for (const person of inventPeople(persons, seed)) index.put(String(person.number), asListed(person));
const asked = inventQueries(queries + WARM, persons, seed).map(({ query }) => query);
for (const query of asked.splice(0, WARM)) index.search(query, LISTS);

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: EVERY_MICROSECONDS });
await session.post('Profiler.start');
const spans = asked.map((query): Span => {
  const from = now();
  index.search(query, LISTS);
  return [from, now()];
});
const { profile } = await session.post('Profiler.stop');
const slowest = [...spans].sort(([a, b], [c, d]) => d - c - (b - a)).slice(0, Math.ceil(spans.length / 100));
parentPort?.postMessage({
  all: sharesOf(profile, PARTS, spans),
  slowest: sharesOf(profile, PARTS, slowest),
} satisfies SearchShares);
