import type { ListedSubject } from '@entente/contracts/alerts';
import { foundKeyRing } from '@entente/node/platform/sealing/key-ring';
import { fixedSource } from '@entente/node/platform/sealing/key-source';
import { createSealing } from '@entente/node/platform/sealing/sealing';
import { asListed, inventPerson } from '@entente/testkit/people/person';
import type { BenchOptions, Row } from './row.ts';
import { measureLoad } from './sealing/load.ts';
import { withNode } from './sealing/node-with-subjects.ts';
import { processorMicros } from './sealing/processor-time.ts';
import { measureRotation } from './sealing/rotation.ts';

/** Rows opened or sealed at once, as the node does it. */
const GROUP = 32;
const SEED = 41_000;

/**
 * What it costs that personal fields are sealed row by row: sealing and opening alone beside plain JSON, the load of listed
 * subjects from PostgreSQL beside the same rows as `jsonb`, and rotating keys while a desk makes checks.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const subjects = quick ? 1_000 : 100_000;
  log('sealing and opening, processor time');
  const rows = await measureSealing(quick);
  rows.push(
    ...(await withNode(subjects, log, async (node) => [
      ...(await measureLoad(node, quick ? 1 : 5, log)),
      ...(await measureRotation(node, quick ? 20 : 2_000, log)),
    ])),
  );
  return rows;
}

async function measureSealing(quick: boolean): Promise<Row[]> {
  const sealing = createSealing(fixedSource(foundKeyRing()));
  const group = Array.from({ length: GROUP }, (_, at) => {
    const subject: ListedSubject = asListed(inventPerson(SEED, at));
    const place = `alerts.subject/${crypto.randomUUID()}`;
    return { place, subject, content: Buffer.from(JSON.stringify(subject)), sealed: sealing.seal(place, subject) };
  });
  const json = group.map(({ content }) => content.toString('utf8'));
  const found = await processorMicros(
    {
      seal: () => group.map(({ place, subject }) => sealing.seal(place, subject)),
      sealMany: () => sealing.sealMany(group.map(({ place, subject }) => ({ place, content: toJson(subject) }))),
      open: () => group.map(({ place, sealed }) => sealing.open(place, sealed)),
      openMany: () => sealing.openMany(group),
      write: () => group.map(({ subject }) => toJson(subject)),
      parse: () => json.map((text) => JSON.parse(text)),
    },
    GROUP,
    quick ? 1 : 21,
    quick ? 50 : 200,
  );
  const row = (metric: string, value: number, peers: Row['peers']): Row => ({
    metric,
    value,
    unit: 'µs',
    better: 'lower',
    budget: null,
    peers,
  });
  return [
    row('seal_one_cpu_us', found.seal, { 'JSON alone': found.write }),
    row('seal_of_32_cpu_us', found.sealMany, { 'JSON alone': found.write }),
    row('open_one_cpu_us', found.open, { 'JSON alone': found.parse }),
    row('open_of_32_cpu_us', found.openMany, { 'JSON alone': found.parse }),
  ];
}

function toJson(subject: ListedSubject): Buffer {
  return Buffer.from(JSON.stringify(subject), 'utf8');
}
