import type { AskAnswers, AskRecipients } from '@entente/contracts/exchange/asks';
import type { AskedAbout } from '@entente/crypto/ask/question';
import { questionHash, writeQuestion } from '@entente/crypto/ask/question';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { rawPeer } from '@entente/testkit/constellation/raw-peer';
import { dumpDatabase, findInDump } from '@entente/testkit/database-dump';
import { readLogParts } from '@entente/testkit/log-parts';
import { type Browser, purposeHeaders } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../../../platform/log.ts';
import { ANSWER_EVERY_MS } from '../../rules/asks/deadline.ts';
import { findAskHit } from '../../store/asks/hits.ts';
import { forgetHits } from './forget-hits.ts';
import { sealForPeer } from './sealed.ts';

const WANTED = 'Жанибек Шынгысбаев';
const OTHER = 'Somebody Invented Else';

let constellation: Constellation;
let officer: Browser;
beforeAll(async () => {
  constellation = await openConstellation({
    states: ['KZ', 'IN', 'PK'],
    log: () => createLog('silent'),
    // India has one alert, Pakistan none.
    prepare: ({ id, node }) =>
      node.exchange.answerAsks(async (about) =>
        id === 'in' && about.by === 'identity' && about.names.includes(WANTED) ? { reference: 'IN-2026-7' } : undefined,
      ),
  });
  officer = await constellation.of('KZ').node.signIn(officerWith('contact-point-officer'));
});
afterAll(() => constellation.close());

const kz = () => constellation.of('KZ');
const india = () => constellation.of('IN');
const person = (name = WANTED): AskedAbout => ({ by: 'identity', names: [name], birthDate: '1980-05-17' });

async function ask(payload: object, caseReference: string | undefined = 'KZ-2026-000004', browser = officer) {
  const headers = purposeHeaders('criminal-investigation', 'legal-assistance', caseReference);
  return await browser.ask({ method: 'POST', url: '/api/asks', payload, headers });
}

async function answersTo(about: AskedAbout, ...recipients: string[]): Promise<AskAnswers['answers']> {
  const answer = await ask({ recipients, about });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<AskAnswers>().answers;
}

async function lastRecord({ database: { db } }: ConstellationNode, event: string) {
  const { rows } = await sql<{ id: string; content: string }>`
    SELECT id, content FROM audit.record WHERE event = ${event} ORDER BY id DESC LIMIT 1`.execute(db);
  return { id: rows[0]!.id, content: JSON.parse(rows[0]!.content) };
}

async function recipients(): Promise<AskRecipients['nodes']> {
  const headers = purposeHeaders('criminal-investigation', 'legal-assistance', 'KZ-2026-000004');
  const answer = await officer.ask({ method: 'GET', url: '/api/asks/recipients', headers });
  const { self, nodes } = answer.json<AskRecipients>();
  expect(self).toBe('kz');
  return nodes;
}

async function countOf({ database: { db } }: ConstellationNode, event: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM audit.record WHERE event = ${event}`.execute(db);
  return rows[0]!.count;
}

describe('a question to other nodes', () => {
  test('is answered by each with hit or no-hit, and a reference that says nothing', async () => {
    const [hit, none] = await answersTo(person(), 'in', 'pk');
    expect(hit).toMatchObject({ node: 'in', answer: 'hit', reference: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(none).toEqual({ node: 'pk', answer: 'no-hit', reference: null, why: null });
    const again = await answersTo(person(), 'in');
    expect(again[0]!.reference).not.toBe(hit!.reference);
  });

  test('leaves a hit with the question and the alert at its owner, sealed, and of a no-hit only a commitment and a count', async () => {
    await answersTo(person(OTHER), 'in');
    const none = await lastRecord(india(), 'exchange.ask-answered');
    expect(none.content).toMatchObject({ facts: { from: 'kz', answer: 'no-hit' }, parts: [] });
    expect(none.content.subject.ref).toMatch(/^[0-9a-f]{64}$/);
    await answersTo(person(), 'in');
    const hit = await lastRecord(india(), 'exchange.ask-answered');
    const parts = await readLogParts(india().database, hit.id);
    expect(parts.map(({ name }) => name)).toEqual(['met', 'question']);
    expect(parts[0]!.text).toBe('IN-2026-7');
    for (const { database } of constellation.nodes) {
      expect(findInDump(await dumpDatabase(database), [WANTED, OTHER])).toEqual([]);
    }
    const { rows } = await sql<{ hits: number; asked: number }>`SELECT asked, hits FROM exchange.ask_count`.execute(
      india().database.db,
    );
    expect(rows).toEqual([{ asked: expect.any(Number), hits: expect.any(Number) }]);
    expect(rows[0]!.hits).toBeLessThan(rows[0]!.asked);
  });

  test('is recorded with officer, purpose, basis and case where it is asked', async () => {
    await answersTo(person(), 'in', 'pk');
    const asked = await lastRecord(kz(), 'exchange.asked');
    expect(asked.content).toMatchObject({
      purpose: 'criminal-investigation',
      legalBasis: 'legal-assistance',
      case: 'KZ-2026-000004',
      facts: { recipients: 'in pk', by: 'identity' },
    });
    const heard = await lastRecord(kz(), 'exchange.ask-heard');
    expect(heard.content).toMatchObject({ facts: { hits: 1, noHits: 1, refused: 0, silent: 0 } });
    const answered = await lastRecord(india(), 'exchange.ask-answered');
    expect(JSON.stringify(answered.content)).not.toContain(asked.content.actor.id);
  });

  test('that hit is kept by its owner for the asking node alone, until the days of the profile are over', async () => {
    const { db } = india().database;
    const kept = async () =>
      (await sql<{ reference: string; node: string }>`SELECT reference, node FROM exchange.ask_hit`.execute(db)).rows;
    const before = (await kept()).length;
    await answersTo(person(OTHER), 'in');
    expect(await kept()).toHaveLength(before);
    const [hit] = await answersTo(person(), 'in');
    expect(await kept()).toContainEqual({ reference: hit!.reference, node: 'kz' });
    const about = { about: person(), alert: 'IN-2026-7' };
    expect(await findAskHit(db, 'kz', hit!.reference!)).toEqual(about);
    expect(await findAskHit(db, 'pk', hit!.reference!)).toBeUndefined();
    const parts = { db, clock: india().clock, membership: india().node.membership };
    expect(await forgetHits(parts)).toBe(0);
    await sql`UPDATE exchange.ask_hit SET at = at - interval '31 days'`.execute(db);
    expect(await forgetHits(parts)).toBe(before + 1);
    expect(await kept()).toEqual([]);
    expect((await lastRecord(india(), 'exchange.ask-hits-erased')).content.facts).toEqual({ count: before + 1 });
  });

  test('goes nowhere without a case, with a name alone, or to nobody', async () => {
    expect((await ask({ recipients: ['in'], about: person() }, '')).statusCode).toBeGreaterThanOrEqual(400);
    const wide = await ask({ recipients: ['in'], about: { by: 'identity', names: [WANTED] } });
    expect(wide.json()).toMatchObject({ code: 'ask-too-wide' });
    expect((await ask({ recipients: [], about: person() })).statusCode).toBe(400);
    for (const node of ['kz', 'nowhere']) {
      expect((await ask({ recipients: [node], about: person() })).json()).toMatchObject({ code: 'unknown-receiver' });
    }
    const border = await kz().node.signIn(officerWith('border-officer'));
    expect((await ask({ recipients: ['in'], about: person() }, 'KZ-1', border)).statusCode).toBe(403);
  });

  test('to a node that is silent says so, and the others answer all the same', async () => {
    await constellation.of('PK').stop();
    try {
      const [hit, silent] = await answersTo(person(), 'in', 'pk');
      expect(hit).toMatchObject({ answer: 'hit' });
      expect(silent).toMatchObject({ node: 'pk', answer: 'silent', reference: null });
    } finally {
      await constellation.of('PK').start();
    }
  });

  test('is not put to a node with which this one has suspended the channel', async () => {
    const oversight = await kz().node.signIn(officerWith('oversight-officer'));
    const step = (url: string) =>
      oversight.ask({
        method: 'POST',
        url: `/api/exchange/peers/pk/${url}`,
        payload: { reason: 'Agreed between ministries' },
      });
    expect((await step('suspension')).statusCode).toBe(204);
    try {
      expect(await recipients()).toEqual([
        { node: 'in', holder: 'member', of: 'IN', closed: null },
        { node: 'pk', holder: 'member', of: 'PK', closed: 'channel-suspended' },
      ]);
      const heardBefore = await countOf(constellation.of('PK'), 'exchange.ask-answered');
      expect(await answersTo(person(), 'pk')).toEqual([
        { node: 'pk', answer: 'silent', reference: null, why: 'channel-suspended' },
      ]);
      expect(await countOf(constellation.of('PK'), 'exchange.ask-answered')).toBe(heardBefore);
    } finally {
      expect((await step('resumption')).statusCode).toBe(204);
    }
    expect(await answersTo(person(), 'pk')).toMatchObject([{ answer: 'no-hit' }]);
  });
});

describe('the node that is asked', () => {
  const peer = () => rawPeer(kz(), india());
  const parts = () => ({ db: kz().database.db, clock: kz().clock, membership: kz().node.membership });
  const question = (change: Partial<Parameters<typeof writeQuestion>[0]> = {}) => {
    const now = Date.now();
    return writeQuestion({
      ...{ organisation: 'sco', from: 'kz', to: 'in', officer: 'a'.repeat(64), case: 'KZ-1', about: person() },
      ...{ purpose: 'criminal-investigation', legalBasis: 'legal-assistance' },
      askedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + 10_000).toISOString(),
      ...change,
    });
  };
  const post = async (bytes: Uint8Array, change = {}) => {
    const from = peer();
    try {
      const sealed = { ...sealForPeer(parts(), 'question', 'in', bytes)!, ...change };
      return await from.ask<{ code: string; sealed: string }>(
        'POST',
        '/peer/asks',
        JSON.stringify(sealed),
        'text/plain',
      );
    } finally {
      from.close();
    }
  };

  test('answers hit and no-hit alike in size, and not before its step', async () => {
    const took: number[] = [];
    const sizes = new Set<number>();
    for (const about of [person(), person(OTHER)]) {
      const began = performance.now();
      const { status, body } = await post(question({ about }));
      took.push(performance.now() - began);
      expect(status, JSON.stringify(body)).toBe(200);
      sizes.add(body.sealed.length);
    }
    expect(sizes.size).toBe(1);
    for (const ms of took) expect(ms).toBeGreaterThanOrEqual(ANSWER_EVERY_MS - 1);
  });

  test('answers a question once', async () => {
    const bytes = question();
    expect((await post(bytes)).status).toBe(200);
    expect((await post(bytes)).body).toMatchObject({ code: 'ask-replayed' });
  });

  test('refuses what is over, too wide, for another node, or by nobody it knows', async () => {
    const past = new Date(Date.now() - 60_000).toISOString();
    const over = question({ askedAt: past, expiresAt: new Date(Date.parse(past) + 5000).toISOString() });
    expect((await post(over)).body.code).toBe('ask-expired');
    expect((await post(question({ about: { by: 'identity', names: [WANTED] } }))).body.code).toBe('malformed-ask');
    expect((await post(question({ to: 'pk' }))).body.code).toBe('wrong-route');
    expect((await post(question(), { signedBy: '0'.repeat(16) })).body.code).toBe('malformed-ask');
    expect((await post(question(), { sealed: 'AAAA' })).body.code).toBe('malformed-ask');
    expect((await post(question(), { more: 1 })).body.code).toBe('malformed-ask');
  });

  test('stops at the budget of an officer, records it, and still answers the others', async () => {
    const officer = 'b'.repeat(64);
    await sql`
      INSERT INTO exchange.ask_count (state, officer, hour, asked, hits)
      VALUES ('KZ', ${officer}, date_trunc('hour', now()), 60, 0)`.execute(india().database.db);
    const bytes = question({ officer });
    expect((await post(bytes)).body.code).toBe('ask-budget-spent');
    expect((await lastRecord(india(), 'exchange.ask-refused')).content.subject.ref).toBe(questionHash(bytes));
    expect((await post(question())).status).toBe(200);
  });

  test('answers no question of a state that oversight has paused, until it is resumed', async () => {
    const oversight = await india().node.signIn(officerWith('oversight-officer'));
    const step = (path: string) =>
      oversight.ask({ method: 'POST', url: `/api/exchange/asking/KZ/${path}`, payload: { reason: 'trawling' } });
    expect((await step('pause')).statusCode).toBe(204);
    expect((await step('pause')).json()).toMatchObject({ code: 'asking-paused-already' });
    const [answer] = await answersTo(person(), 'in');
    expect(answer).toMatchObject({ answer: 'refused', reference: null, why: 'asking-paused' });
    expect((await step('resumption')).statusCode).toBe(204);
    expect((await step('resumption')).json()).toMatchObject({ code: 'asking-not-paused' });
    expect((await answersTo(person(), 'in'))[0]).toMatchObject({ answer: 'hit' });
  });
});
