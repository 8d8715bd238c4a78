import type { RecordProof, RecordView } from '@entente/contracts/audit';
import { parseJson } from '@entente/crypto/json';
import { type ExportedRecord, readHeader, readRecord } from '@entente/crypto/log/export';
import { verifyProof } from '@entente/crypto/log/proof';
import { verifyLog } from '@entente/crypto/log/verify';
import { verifySelection } from '@entente/crypto/log/verify-selection';
import { openCheckpoint } from '@entente/crypto/note/checkpoint';
import { parseVerifierKey } from '@entente/crypto/note/verifier-key';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, purposeHeaders, type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordEvent } from './index.ts';

const OVERSIGHT = officerWith('oversight-officer');
const BORDER = officerWith('border-officer');
const FOR_OVERSIGHT = purposeHeaders('oversight', 'data-protection-law');

let database: TestDatabase;
let node: TestNode;
let overseer: Browser;
const ids: string[] = [];
beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database);
  overseer = await node.signIn(OVERSIGHT);
  for (let at = 0; at < 30; at++) {
    ids.push(
      await database.db.transaction().execute(async (tx) => {
        const { id } = await recordEvent(tx, {
          at: node.clock.now(),
          event: 'screening.checked',
          actor: { kind: 'officer', id: BORDER.id, authority: BORDER.authority },
          case: at % 3 === 0 ? 'KZ-7' : undefined,
          outcome: 'done',
          facts: { hits: at % 2 },
          parts: [{ name: 'traveller', text: `путешественник ${at}` }],
        });
        return id;
      }),
    );
  }
  for (const work of node.background) await work.start();
  await waitUntilFolded();
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.http.close();
  await database.close();
});

const ask = (url: string) => overseer.ask({ url, headers: FOR_OVERSIGHT });

async function waitUntilFolded(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ pending: number }>`
      SELECT count(*) AS pending FROM audit.record WHERE position IS NULL`.execute(database.db);
    if (rows[0]!.pending === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function lastEvent(): Promise<{ event: string; facts: object; actor: object; purpose: string }> {
  const { rows } = await sql<{ content: string }>`SELECT content FROM audit.record ORDER BY id DESC LIMIT 1`.execute(
    database.db,
  );
  return JSON.parse(rows[0]!.content);
}

describe('searching the log', () => {
  test('finds by event, case, actor and outcome, newest first, page by page, without gap or double', async () => {
    const found: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await ask(`/api/audit/records?event=screening.checked&limit=7${cursor && `&cursor=${cursor}`}`);
      expect(page.statusCode).toBe(200);
      const { records, next, total } = page.json();
      expect(total).toBe(30);
      found.push(...records.map((record: RecordView) => record.content.id));
      cursor = next;
    }
    expect(found).toEqual(ids.toReversed());
    const count = async (query: string) => (await ask(`/api/audit/records?${query}`)).json().total;
    expect(await count('case=KZ-7')).toBe(10);
    expect(await count(`actor=${BORDER.id}&outcome=done`)).toBe(30);
    expect(await count('event=screening.checked&outcome=refused')).toBe(0);
  });

  test('finds by time', async () => {
    const now = node.clock.now().toISOString();
    const count = async (query: string) =>
      (await ask(`/api/audit/records?event=screening.checked&${query}`)).json().total;
    expect(await count(`from=${now}`)).toBe(30);
    expect(await count(`to=${now}`)).toBe(0);
    expect((await ask('/api/audit/records?from=2026-13-45T00:00:00.000Z')).json()).toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '#/query/from' }],
    });
  });

  test('shows who by name, and is itself on record with its purpose', async () => {
    const { records } = (await ask('/api/audit/records?case=KZ-7&limit=1')).json();
    expect(records[0]).toMatchObject({ actorName: BORDER.displayName, parts: [{ name: 'traveller', state: 'held' }] });
    expect(JSON.stringify(records)).not.toContain('путешественник');
    expect(await lastEvent()).toMatchObject({
      event: 'audit.searched',
      actor: { id: OVERSIGHT.id },
      purpose: 'oversight',
      facts: { case: 'KZ-7', total: 10, shown: 1 },
    });
  });

  test('is not for a border officer', async () => {
    const border = await node.signIn(BORDER);
    const answer = await border.ask({ url: '/api/audit/records', headers: FOR_OVERSIGHT });
    expect(answer.json()).toMatchObject({ code: 'not-permitted' });
  });

  test.each(['limit=0', 'limit=201', 'cursor=1', 'outcome=maybe', 'from=yesterday', 'drop=table'])(
    'a malformed query is refused: %s',
    async (query) => {
      expect((await ask(`/api/audit/records?${query}`)).statusCode).toBe(400);
    },
  );
});

test.each(['actor', 'event', 'case'])('a %s no database can hold finds nothing, and fails nothing', async (field) => {
  for (const hostile of ['%00', '%ED%A0%80', "';--", '%F0%9F%92%A3%E2%80%AE']) {
    const answer = await ask(`/api/audit/records?${field}=${hostile}`);
    expect([200, 400]).toContain(answer.statusCode);
    if (answer.statusCode === 200) expect(answer.json()).toMatchObject({ records: [], total: 0 });
  }
});

describe('one record', () => {
  test('its texts are read only on their own, and that is on record', async () => {
    const answer = await ask(`/api/audit/records/${ids[5]}/parts`);
    expect(answer.json()).toEqual({ parts: [{ name: 'traveller', text: 'путешественник 5' }] });
    expect(await lastEvent()).toMatchObject({ event: 'audit.parts-read', subject: { ref: ids[5] } });
  });

  test('its proof verifies without the node', async () => {
    const answer = await ask(`/api/audit/records/${ids[5]}/proof`);
    const proven = verifyProof(parseJson(answer.body), (answer.json() as RecordProof).verifierKey);
    expect(proven).toMatchObject({ leaf: { id: ids[5], event: 'screening.checked' }, origin: 'kz.localhost/log' });
  });

  test('an unknown one is a problem', async () => {
    const nowhere = '00000000-0000-7000-8000-000000000000';
    for (const rest of ['', '/parts', '/proof']) {
      expect((await ask(`/api/audit/records/${nowhere}${rest}`)).json()).toMatchObject({ code: 'unknown-record' });
    }
  });
});

describe('the signed head', () => {
  test('is open to anyone as text', async () => {
    const answer = await node.nobody.ask({ url: '/api/audit/checkpoint' });
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    const { rows } = await sql<{ key: string }>`SELECT verifier_key AS key FROM audit.log`.execute(database.db);
    expect(openCheckpoint(answer.body, parseVerifierKey(rows[0]!.key)).size).toBeGreaterThanOrEqual(30);
  });

  test('size and lag are among the metrics', async () => {
    const { body } = await node.nobody.ask({ url: '/metrics' });
    expect(body).toMatch(/^entente_audit_log_size \d\d+$/m);
    expect(body).toMatch(/^entente_audit_fold_lag_seconds [\d.]+$/m);
  });
});

describe('erasure', () => {
  const erase = (id: string, part: string, why: object = { authority: 'Court 2-18', reason: 'Retention ended' }) =>
    overseer.ask({
      method: 'POST',
      url: `/api/audit/records/${id}/parts/${part}/erasure`,
      headers: FOR_OVERSIGHT,
      payload: why,
    });

  test('takes the text, leaves the record, and says on whose authority and why', async () => {
    const answer = await erase(ids[9]!, 'traveller');
    const { parts, content } = answer.json() as RecordView;
    expect(parts).toEqual([{ name: 'traveller', state: 'erased', erasedBy: expect.any(String) }]);
    expect(content.id).toBe(ids[9]);
    expect((await ask(`/api/audit/records/${ids[9]}/parts`)).json()).toEqual({ parts: [] });
    const erasure = (await ask(`/api/audit/records/${parts[0]!.erasedBy}`)).json() as RecordView;
    expect(erasure.content).toMatchObject({
      event: 'audit.erased',
      subject: { kind: 'audit-record', ref: ids[9] },
      facts: { part: 'traveller', authority: 'Court 2-18', reason: 'Retention ended' },
    });
    await waitUntilFolded();
    expect((await ask(`/api/audit/records/${ids[9]}/proof`)).statusCode).toBe(200);
  });

  test('happens once, and only to what is there', async () => {
    const both = await Promise.all([erase(ids[10]!, 'traveller'), erase(ids[10]!, 'traveller')]);
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
    expect((await erase(ids[11]!, '%00')).json()).toMatchObject({ code: 'unknown-part' });
    expect((await erase(ids[11]!, 'luggage')).json()).toMatchObject({ code: 'unknown-part' });
    expect((await erase(ids[11]!, 'traveller', { authority: 'x' })).statusCode).toBe(400);
  });
});

describe('export', () => {
  const lines = async (query: string) => {
    const answer = await ask(`/api/audit/export${query}`);
    expect(answer.headers['content-type']).toBe('application/jsonl; charset=utf-8');
    const [first, ...rest] = answer.body.trimEnd().split('\n');
    const header = readHeader(first!);
    return { header, records: rest.map((line) => readRecord(line, header) as ExportedRecord), body: answer.body };
  };
  async function* each<T>(items: T[]): AsyncGenerator<T> {
    yield* items;
  }

  test('of the whole log verifies, with the texts of parts and without', async () => {
    await waitUntilFolded();
    for (const query of ['', '?parts=true']) {
      const { header, records, body } = await lines(query);
      expect(header).toMatchObject({ complete: true, parts: query !== '' });
      expect(body.includes('путешественник 5"')).toBe(query !== '');
      expect(body).not.toContain('путешественник 9"');
      const checkpoints = each([{ size: header.size, note: header.checkpoint }]);
      const verdict = await verifyLog({ ...header, records: each(records), checkpoints });
      expect(verdict).toMatchObject({ size: header.size, faults: [] });
      await waitUntilFolded();
    }
  });

  test('of what a search finds verifies record by record', async () => {
    const { header, records } = await lines('?case=KZ-7&parts=true');
    expect(header.complete).toBe(false);
    expect(records).toHaveLength(10);
    expect((await verifySelection(header, each(records))).faults).toEqual([]);
    const moved = records.map((record, at) => ({ ...record, index: records[(at + 1) % 10]!.index }));
    expect((await verifySelection(header, each(moved))).faultCount).toBe(10);
    expect(await lastEvent()).toMatchObject({ event: 'audit.exported', facts: { case: 'KZ-7', parts: true } });
  });
});

describe("an officer's own trail", () => {
  const own = async (browser: Browser, query = '') => (await browser.ask({ url: `/api/audit/own${query}` })).json();

  test('holds what he himself did, newest first, page by page, without personal texts or what ties to them', async () => {
    const border = await node.signIn(BORDER);
    const { records, total } = await own(border, '?event=screening.checked&limit=200');
    expect(records.map(({ id }: { id: string }) => id)).toEqual(ids.toReversed());
    expect(total).toBe(30);
    expect(records[0]).toMatchObject({ event: 'screening.checked', outcome: 'done', facts: { hits: 1 } });
    expect(JSON.stringify(records)).not.toMatch(/salt|commitment|путешественник|traveller/);
    const first = await own(border, '?event=screening.checked&limit=20');
    const second = await own(border, `?event=screening.checked&limit=20&cursor=${first.next}`);
    expect([...first.records, ...second.records]).toEqual(records);
    expect(second.next).toBeNull();
  });

  test("holds nothing of another's", async () => {
    await node.signIn(BORDER);
    const trail = await own(await node.signIn(officerWith('reviewer')), '?limit=200');
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM audit.record WHERE actor = ${officerWith('reviewer').id} ORDER BY id DESC`.execute(database.db);
    expect(trail.records.map(({ id }: { id: string }) => id)).toEqual(rows.map(({ id }) => id));
    expect(trail.total).toBe(rows.length);
  });

  test('can be narrowed to a span and an event', async () => {
    const border = await node.signIn(BORDER);
    const now = node.clock.now().toISOString();
    expect((await own(border, `?from=${now}&event=access.signed-in`)).total).toBeGreaterThan(0);
    expect((await own(border, `?to=${now}`)).total).toBe(0);
    expect((await own(border, '?event=alerts.list-imported')).total).toBe(0);
  });

  test('cannot be asked for as somebody else’s', async () => {
    const border = await node.signIn(BORDER);
    const answer = await border.ask({ url: `/api/audit/own?actor=${OVERSIGHT.id}` });
    expect([answer.statusCode, answer.json().errors]).toEqual([
      400,
      [{ pointer: '#/query/actor', reason: 'is not a field of the contract' }],
    ]);
  });

  test('is looked at without leaving a record', async () => {
    const border = await node.signIn(BORDER);
    const before = await lastEvent();
    await own(border);
    expect(await lastEvent()).toEqual(before);
  });
});
