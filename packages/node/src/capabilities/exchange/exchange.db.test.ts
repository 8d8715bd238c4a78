import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const Note = Type.Object({ text: Type.String() });
const applied: { at: string; from: string; seq: number; text: string }[] = [];

let constellation: Constellation;
beforeAll(async () => {
  constellation = await openConstellation({
    states: ['KZ', 'IN'],
    prepare: ({ id, node }) =>
      node.exchange.receive('tests.noted', Note, async (_tx, { from, seq, body }) => {
        applied.push({ at: id, from, seq, text: body.text });
        return { accepted: true };
      }),
  });
});
afterAll(() => constellation.close());

const sendNotes = (from: ConstellationNode, to: ConstellationNode, texts: string[]) =>
  from.database.db.transaction().execute(async (tx) => {
    for (const text of texts) {
      await from.node.exchange.send(tx, { to: to.id, type: 'tests.noted', body: { text }, handling: 'restricted' });
    }
  });

describe('between two nodes', () => {
  test('what one sends in a transaction the other applies once, in order, and the receipts come back', async () => {
    const [kz, india] = [constellation.of('KZ'), constellation.of('IN')];
    const texts = Array.from({ length: 250 }, (_, at) => `note ${at}`);
    await sendNotes(kz, india, texts);
    await sendNotes(india, kz, ['an answer']);
    await constellation.settle();
    expect(applied.filter(({ at }) => at === 'in').map(({ text }) => text)).toEqual(texts);
    expect(applied.filter(({ at }) => at === 'kz')).toEqual([{ at: 'kz', from: 'in', seq: 1, text: 'an answer' }]);
  });
});
