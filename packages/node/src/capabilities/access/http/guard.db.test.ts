import { CSRF_HEADER } from '@entente/contracts/access';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, purposeHeaders, type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askingOf } from './guard.ts';

const BORDER = officerWith('border-officer');
const CONTACT = officerWith('contact-point-officer');
const OVERSIGHT = officerWith('oversight-officer');
const ADMINISTRATOR = officerWith('administrator');

const AT_THE_BORDER = purposeHeaders('border-check', 'border-law');

let database: TestDatabase;
let node: TestNode;
let border: Browser;

beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database);
  const asked = { config: { gate: { action: 'screening.check', personal: true } } };
  node.http.get('/api/test/personal', asked, async (request) => askingOf(request));
  node.http.post('/api/test/personal', asked, async (request) => askingOf(request));
  node.http.get(
    '/api/test/plain',
    { config: { gate: { action: 'membership.view', personal: false } } },
    async (request) => askingOf(request),
  );
  node.http.post('/api/test/open', { config: { gate: { open: 'a test' } } }, async () => ({ open: true }));
  border = await node.signIn(BORDER);
});
afterAll(async () => {
  await node.close();
  await database.close();
});

interface Leaf {
  event: string;
  outcome: string;
  actor: { kind: string; id: string; authority?: string };
  purpose?: string;
  legalBasis?: string;
  case?: string;
  subject?: { kind: string; ref: string };
  facts: Record<string, string>;
}

async function lastRecord(): Promise<Leaf> {
  const { rows } = await sql<{ content: string }>`SELECT content FROM audit.record ORDER BY id DESC LIMIT 1`.execute(
    database.db,
  );
  return JSON.parse(rows[0]!.content) as Leaf;
}

async function countRecords(): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM audit.record`.execute(database.db);
  return rows[0]!.count;
}

describe('a request for personal data', () => {
  test('goes through with officer, purpose, basis and case', async () => {
    const contact = await node.signIn(CONTACT);
    const answer = await contact.ask({
      url: '/api/test/personal',
      headers: purposeHeaders('criminal-investigation', 'criminal-procedure', 'дело № 7/2018'),
    });
    expect(answer.json()).toEqual({
      officer: expect.objectContaining({ id: CONTACT.id, roles: ['contact-point-officer'] }),
      sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      action: 'screening.check',
      purpose: 'criminal-investigation',
      legalBasis: 'criminal-procedure',
      caseReference: 'дело № 7/2018',
    });
  });

  test('needs no case where the purpose needs none', async () => {
    const answer = await border.ask({ url: '/api/test/personal', headers: AT_THE_BORDER });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).not.toHaveProperty('caseReference');
  });

  test("does not carry the officer's password hash any further", async () => {
    const answer = await border.ask({ url: '/api/test/personal', headers: AT_THE_BORDER });
    expect(Object.keys(answer.json().officer).sort()).toEqual(['authority', 'displayName', 'id', 'name', 'roles']);
  });

  const refusals: [string, Record<string, string>, number, string][] = [
    ['without a purpose', {}, 400, 'purpose-missing'],
    ['without a legal basis', { 'entente-purpose': 'border-check' }, 400, 'purpose-missing'],
    ['for a purpose nobody knows', purposeHeaders('curiosity', 'border-law'), 400, 'unknown-purpose'],
    ["on another purpose's basis", purposeHeaders('border-check', 'criminal-procedure'), 400, 'wrong-legal-basis'],
    [
      'without the case its purpose needs',
      purposeHeaders('criminal-investigation', 'criminal-procedure'),
      400,
      'case-missing',
    ],
    ['with an empty case', purposeHeaders('criminal-investigation', 'criminal-procedure', ''), 400, 'case-missing'],
    [
      'with a case of blanks',
      purposeHeaders('criminal-investigation', 'criminal-procedure', '   '),
      400,
      'malformed-case',
    ],
    ['with a case over two lines', purposeHeaders('border-check', 'border-law', 'a\nb'), 400, 'malformed-case'],
    ['with an endless case', purposeHeaders('border-check', 'border-law', 'x'.repeat(201)), 400, 'malformed-case'],
    ['with a case that is no UTF-8', { ...AT_THE_BORDER, 'entente-case': '%E0%A4%A' }, 400, 'malformed-case'],
    ['for a purpose that is not his', purposeHeaders('oversight', 'complaint'), 403, 'not-permitted'],
  ];
  test.each(refusals)('%s is refused, and the refusal is on record', async (_, headers, status, code) => {
    const answer = await border.ask({ url: '/api/test/personal', headers });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(await lastRecord()).toMatchObject({
      event: 'access.refused',
      outcome: 'refused',
      actor: { kind: 'officer', id: BORDER.id, authority: 'border-service' },
      facts: { action: 'screening.check', code },
    });
  });

  test('that is refused is recorded with the purpose it stated, if the organisation knows it', async () => {
    await border.ask({ url: '/api/test/personal', headers: purposeHeaders('oversight', 'complaint', 'C-1') });
    expect(await lastRecord()).toMatchObject({ purpose: 'oversight', legalBasis: 'complaint', case: 'C-1' });
    await border.ask({ url: '/api/test/personal', headers: purposeHeaders('Aigerim Bekova', 'border-law') });
    expect(JSON.stringify(await lastRecord())).not.toContain('Bekova');
  });

  test.each([OVERSIGHT, ADMINISTRATOR])(
    '$roles are refused whatever they state, or if they state nothing',
    async (officer) => {
      const browser = await node.signIn(officer);
      for (const headers of [AT_THE_BORDER, {}]) {
        const answer = await browser.ask({ url: '/api/test/personal', headers });
        expect([answer.statusCode, answer.json().code]).toEqual([403, 'not-permitted']);
      }
    },
  );
});

describe('nobody', () => {
  test.each(['/api/test/personal', '/api/test/plain'])(
    'is asked to sign in at %s, which leaves no record',
    async (url) => {
      const before = await countRecords();
      const answer = await node.nobody.ask({ url, headers: AT_THE_BORDER });
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'signed-out']);
      expect(await countRecords()).toBe(before);
    },
  );

  test('gets in with a token he made up', async () => {
    const answer = await node.nobody.ask({ url: '/api/test/plain', headers: { cookie: 'entente_session=made-up' } });
    expect(answer.statusCode).toBe(401);
  });
});

describe("another site's page", () => {
  const post = { method: 'POST' as const, url: '/api/test/personal' };

  test('cannot post, even with the cookie, for want of the token', async () => {
    const answer = await border.ask({ ...post, headers: { ...AT_THE_BORDER, [CSRF_HEADER]: '' } });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'wrong-csrf-token']);
    expect(await lastRecord()).toMatchObject({ event: 'access.refused', facts: { code: 'wrong-csrf-token' } });
  });

  test("cannot use another session's token", async () => {
    const other = await node.signIn(BORDER);
    const answer = await border.ask({ ...post, headers: { ...AT_THE_BORDER, [CSRF_HEADER]: other.view.csrf! } });
    expect(answer.json().code).toBe('wrong-csrf-token');
  });

  test('is not let in with the token if its origin shows', async () => {
    const shows: Record<string, string>[] = [
      { origin: 'https://attacker.example' },
      { origin: `https://${node.host}` },
      { origin: 'http://kz.localhost:9999' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const shown of shows) {
      const answer = await border.ask({ ...post, headers: { ...AT_THE_BORDER, ...shown } });
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'foreign-origin']);
    }
  });

  test('is not read to either', async () => {
    const answer = await border.ask({ url: '/api/test/plain', headers: { 'sec-fetch-site': 'cross-site' } });
    expect(answer.json().code).toBe('foreign-origin');
  });

  test('cannot post to an open route', async () => {
    const answer = await node.nobody.ask({
      method: 'POST',
      url: '/api/test/open',
      headers: { origin: 'https://attacker.example' },
    });
    expect(answer.json().code).toBe('foreign-origin');
  });

  test("is told from the node's own", async () => {
    const own = { origin: `http://${node.host}`, 'sec-fetch-site': 'same-origin' };
    expect((await border.ask({ ...post, headers: { ...AT_THE_BORDER, ...own } })).statusCode).toBe(200);
    expect((await border.ask({ url: '/api/test/plain', headers: { 'sec-fetch-site': 'none' } })).statusCode).toBe(200);
  });
});
