import { readReceipt } from '@entente/crypto/envelope/receipt';
import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { notesOf, numberedNotes, type ReceivedNote, sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../../platform/log.ts';
import type { Verdict } from '../index.ts';

/** What India makes of a note, which each test says for itself. */
let verdictOn: (note: ReceivedNote) => Verdict | undefined = () => undefined;

let constellation: Constellation;
beforeAll(async () => {
  constellation = await openConstellation({
    states: ['KZ', 'IN', 'PK'],
    prepare: (node) => takeNotes(node, (note) => verdictOn(note)),
    log: () => createLog('silent'),
  });
});
afterAll(() => constellation.close());
beforeEach(async () => {
  verdictOn = () => undefined;
  await constellation.settle();
  for (const { database } of constellation.nodes) await sql`TRUNCATE public.note`.execute(database.db);
});

const kz = () => constellation.of('KZ');
const india = () => constellation.of('IN');
const refused = async () => {
  const { rows } = await sql<{ line: string }>`
    SELECT line FROM exchange.receipt_held WHERE status = 'refused' ORDER BY seq`.execute(kz().database.db);
  return rows.map(({ line }) => readReceipt(line).receipt);
};
const send = (texts: string[]) => sendNotes(kz(), india(), texts);
const arrived = () => notesOf(india(), kz());

describe('what a room refuses', () => {
  test('is undone, whatever it wrote before, while all around it stands; the sender holds the reason, signed', async () => {
    verdictOn = ({ body }) =>
      body.text.endsWith('7') ? { refused: { code: 'tests.seven', detail: 'It ends with a seven.' } } : undefined;
    await send(numberedNotes(30));
    await constellation.settle();
    expect(await arrived()).toEqual(numberedNotes(30).filter((text) => !text.endsWith('7')));
    expect((await refused()).map(({ reason }) => reason)).toEqual(
      Array(3).fill({ code: 'tests.seven', detail: 'It ends with a seven.' }),
    );
    const { rows } = await sql<{ code: string; count: number }>`
      SELECT code, count(*) FROM exchange.dead_letter GROUP BY code`.execute(kz().database.db);
    expect(rows).toEqual([{ code: 'tests.seven', count: 3 }]);
  });
});

describe('a fault of the receiver’s own', () => {
  test('is tried again, and what comes after waits, so that order is kept', async () => {
    let faults = 2;
    verdictOn = ({ body }) => {
      if (body.text === 'note 5' && faults-- > 0) throw new Error('invented for the test');
      return undefined;
    };
    await send(numberedNotes(10));
    await constellation.settle();
    expect(faults).toBeLessThan(0);
    expect(await arrived()).toEqual(numberedNotes(10));
  });

  test('that goes on is refused in the end, and what comes after is applied', async () => {
    verdictOn = ({ body }) => {
      if (body.text === 'poison') throw new Error('invented for the test');
      return undefined;
    };
    const before = (await refused()).length;
    await send(['before', 'poison', 'after']);
    await expect.poll(arrived).toEqual(['before']);
    // Each later try waits longer than a test may: the clock is helped along.
    const isRefused = async () => (await refused()).length > before;
    while (!(await isRefused())) {
      const { tries } = await incoming();
      india().clock.forward(10);
      const isTriedAgain = async () => (await incoming()).tries !== tries || (await isRefused());
      await expect.poll(isTriedAgain, { timeout: 20_000 }).toBe(true);
    }
    await constellation.settle();
    expect((await refused()).at(-1)?.reason?.code).toBe('exchange.fault');
    expect(await arrived()).toEqual(['before', 'after']);
  });

  test('with one sender keeps no other waiting', async () => {
    verdictOn = ({ from }) => {
      if (from === 'kz') throw new Error('invented for the test');
      return undefined;
    };
    await send(['stuck']);
    await sendNotes(constellation.of('PK'), india(), ['not stuck']);
    await expect.poll(() => notesOf(india(), constellation.of('PK'))).toEqual(['not stuck']);
    expect(await arrived()).toEqual([]);
    verdictOn = () => undefined;
    await constellation.settle();
    expect(await arrived()).toEqual(['stuck']);
  });

  test('for want of room on the disk is no try, however often it is met: a full disk refuses nothing', async () => {
    let [isFull, met] = [true, 0];
    verdictOn = () => {
      met += 1;
      if (isFull) throw Object.assign(new Error('invented for the test'), { code: '53100' });
      return undefined;
    };
    await send(numberedNotes(3));
    await expect.poll(() => met, { timeout: 20_000 }).toBeGreaterThan(2);
    expect((await incoming()).tries).toBe(0);
    isFull = false;
    await constellation.settle();
    expect(await arrived()).toEqual(numberedNotes(3));
  });

  test('in the database’s own terms, a broken constraint, is like any other', async () => {
    await sql`ALTER TABLE public.note ADD CONSTRAINT cut CHECK (text <> 'note 2')`.execute(india().database.db);
    await send(numberedNotes(3));
    await expect.poll(arrived).toEqual(['note 1']);
    await sql`ALTER TABLE public.note DROP CONSTRAINT cut`.execute(india().database.db);
    await constellation.settle();
    expect(await arrived()).toEqual(numberedNotes(3));
  });
});

const incoming = async () => {
  const { rows } = await sql<{ tries: number }>`
    SELECT tries FROM exchange.incoming WHERE node = 'kz'`.execute(india().database.db);
  return rows[0]!;
};
