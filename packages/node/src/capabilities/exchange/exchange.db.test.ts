import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { renewKeys } from '@entente/testkit/constellation/decide';
import { sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import { dumpDatabase, findInDump } from '@entente/testkit/database-dump';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLog } from '../../platform/log.ts';

const SECRETS = ['Жанибек Шынгысбаев', 'an invented offence', '拒绝的理由'];
const lines: string[] = [];

/** Everything is logged; a note is refused, one fails, and a node is away for a while. */
let constellation: Constellation;
beforeAll(async () => {
  let faults = 2;
  constellation = await openConstellation({
    states: ['KZ', 'IN'],
    prepare: (node) =>
      takeNotes(node, ({ body }) => {
        if (body.text.includes('拒绝')) return { refused: { code: 'tests.refused', detail: 'Refused by the test.' } };
        if (body.text.includes('offence') && faults-- > 0) throw new Error('invented for the test');
        return undefined;
      }),
    log: () => createLog('trace', (line) => void lines.push(line)),
  });
  const [kz, india] = [constellation.of('KZ'), constellation.of('IN')];
  await sendNotes(kz, india, SECRETS);
  await sendNotes(kz, india, SECRETS, { expiresAt: new Date(kz.clock.now().getTime() - 1) });
  await constellation.settle();
  await india.stop();
  await sendNotes(kz, india, SECRETS);
  await vi.waitUntil(() => lines.some((line) => line.includes('unreachable')), { timeout: 20_000 });
  await india.start();
  await renewKeys(constellation.nodes, india, ['signing', 'sealing', 'tls']);
  await constellation.settle();
});
afterAll(() => constellation.close());

describe('what envelopes say', () => {
  test('stands in no line of the log, whatever happens to them', () => {
    const log = lines.join('\n');
    expect(log).toContain('an envelope could not be applied');
    for (const secret of SECRETS) expect(log).not.toContain(secret);
  });

  test('stands in no column of either database in clear', async () => {
    for (const { database } of constellation.nodes) {
      const dump = await dumpDatabase(database);
      // The test's own table, in which a room would seal what it keeps.
      const kept = dump.filter(({ column }) => !column.startsWith('public.note'));
      expect(findInDump(kept, SECRETS)).toEqual([]);
    }
  });
});

test('no secret key stands in the log', () => {
  const log = lines.join('\n');
  expect(log).not.toContain('PRIVATE KEY');
  for (const { node } of constellation.nodes) {
    const { key } = node.membership.keys.tls();
    const secret = key.split('\n')[1]!;
    expect(log).not.toContain(secret);
  }
});
