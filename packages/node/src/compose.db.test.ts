// Table: every route × every role.
import type { Role } from '@entente/contracts/access';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, purposeHeaders, type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPolicies } from './capabilities/access/cedar/policies.ts';
import { loadMembership } from './capabilities/membership/index.ts';
import { readConfig } from './platform/config.ts';

const BORDER = 'border-officer';
const CONTACT = 'contact-point-officer';
const REVIEWER = 'reviewer';
const OVERSIGHT = 'oversight-officer';
const ADMINISTRATOR = 'administrator';
const ROLES: Role[] = [BORDER, CONTACT, REVIEWER, OVERSIGHT, ADMINISTRATOR];

/** Who gets past the gate of each route: `anyone` without a session, or officers with one of these roles. */
const MATRIX: Record<string, 'anyone' | Role[]> = {
  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',
  'GET /metrics': 'anyone',
  'GET /api/session': 'anyone',
  'POST /api/session': 'anyone',
  'POST /api/session/demonstration': 'anyone',
  'DELETE /api/session': 'anyone',
  'POST /api/session/passkey/challenge': 'anyone',
  'POST /api/session/passkey': 'anyone',
  'GET /api/audit/checkpoint': 'anyone',

  'GET /api/access/sessions': ROLES,
  'DELETE /api/access/sessions': ROLES,
  'DELETE /api/access/sessions/:id': ROLES,
  'GET /api/access/account': ROLES,
  'PUT /api/access/account/password': ROLES,
  'POST /api/access/account/passkeys/challenge': ROLES,
  'POST /api/access/account/passkeys': ROLES,
  'PUT /api/access/account/passkeys/:id': ROLES,
  'DELETE /api/access/account/passkeys/:id': ROLES,
  'GET /api/access/authorities': [ADMINISTRATOR],
  'GET /api/access/officers': [ADMINISTRATOR],
  'POST /api/access/officers': [ADMINISTRATOR],
  'GET /api/access/officers/:id': [ADMINISTRATOR],
  'PUT /api/access/officers/:id/roles': [ADMINISTRATOR],
  'PUT /api/access/officers/:id/authority': [ADMINISTRATOR],
  'POST /api/access/officers/:id/lock': [ADMINISTRATOR],
  'POST /api/access/officers/:id/unlock': [ADMINISTRATOR],
  'POST /api/access/officers/:id/password': [ADMINISTRATOR],
  'DELETE /api/access/officers/:id/sessions': [ADMINISTRATOR],
  'GET /api/membership/organisation': ROLES,
  'GET /api/membership/register': ROLES,

  'GET /api/alerts/lists': ROLES,
  'PUT /api/alerts/lists/:list/basis': [ADMINISTRATOR],
  'DELETE /api/alerts/lists/:list/basis': [ADMINISTRATOR],
  'POST /api/alerts/imports': [CONTACT, ADMINISTRATOR],
  'DELETE /api/alerts/imports/:id': [CONTACT, ADMINISTRATOR],
  'GET /api/alerts/imports': [CONTACT, REVIEWER, OVERSIGHT, ADMINISTRATOR],
  'GET /api/alerts/imports/:id': [CONTACT, REVIEWER, OVERSIGHT, ADMINISTRATOR],
  'GET /api/alerts/imports/:id/events': [CONTACT, REVIEWER, OVERSIGHT, ADMINISTRATOR],
  'GET /api/alerts/imports/:id/changes': [CONTACT, REVIEWER, OVERSIGHT, ADMINISTRATOR],
  'GET /api/alerts/imports/:id/problems': [CONTACT, REVIEWER, OVERSIGHT, ADMINISTRATOR],

  'GET /api/alerts/lists/:list/entries/:ref': [CONTACT, REVIEWER, OVERSIGHT],
  'GET /api/alerts/corrections': [CONTACT, REVIEWER, OVERSIGHT],
  'POST /api/alerts/lists/:list/entries/:ref/corrections': [CONTACT],
  'POST /api/alerts/corrections/:id/decision': [REVIEWER],
  'POST /api/alerts/corrections/:id/withdrawal': [CONTACT],

  'GET /api/alerts/figures': 'anyone',
  'GET /api/demonstration/guide': 'anyone',
  'GET /api/alerts/catalogue': ROLES,
  'GET /api/alerts': [CONTACT, REVIEWER, OVERSIGHT],
  'GET /api/alerts/:id': [CONTACT, REVIEWER, OVERSIGHT],
  'POST /api/alerts': [CONTACT],
  'PUT /api/alerts/:id/draft': [CONTACT],
  'DELETE /api/alerts/:id/draft': [CONTACT],
  'GET /api/alerts/:id/assessment': [CONTACT],
  'POST /api/alerts/:id/submission': [CONTACT],
  'POST /api/alerts/:id/versions': [CONTACT],
  'POST /api/alerts/:id/review': [REVIEWER],
  'POST /api/alerts/:id/withdrawal': [CONTACT],
  'POST /api/alerts/:id/dispute': [CONTACT],
  'POST /api/alerts/:id/dispute/resolution': [CONTACT],
  'GET /api/alerts/:id/circulation': [CONTACT, REVIEWER, OVERSIGHT],
  'POST /api/alerts/:id/deletion': [CONTACT],
  'POST /api/alerts/:id/acceptance': [CONTACT],
  'POST /api/alerts/:id/flag': [CONTACT],
  'DELETE /api/alerts/:id/flag': [CONTACT],
  'GET /api/alerts/filters': [CONTACT, REVIEWER, OVERSIGHT],
  'PUT /api/alerts/filters/:name': [CONTACT, REVIEWER, OVERSIGHT],
  'DELETE /api/alerts/filters/:name': [CONTACT, REVIEWER, OVERSIGHT],
  'POST /api/alerts/:id/photographs': [CONTACT],
  'DELETE /api/alerts/:id/photographs/:photograph': [CONTACT],
  'GET /api/alerts/:id/photographs/:photograph': [BORDER, CONTACT, REVIEWER, OVERSIGHT],

  'POST /api/screening/checks': [BORDER, CONTACT],
  'GET /api/screening/last-checks': [BORDER, CONTACT],
  'POST /api/screening/passenger-lists/readings': [BORDER, CONTACT],
  'POST /api/screening/passenger-lists': [BORDER, CONTACT],
  'GET /api/screening/passenger-lists': [BORDER, CONTACT],
  'GET /api/screening/passenger-lists/:id': [BORDER, CONTACT],
  'GET /api/screening/passenger-lists/:id/events': [BORDER, CONTACT],
  'GET /api/screening/passenger-lists/:id/report': [BORDER, CONTACT],
  'POST /api/screening/passenger-lists/:id/cancellation': [BORDER, CONTACT],
  'DELETE /api/screening/passenger-lists/:id': [BORDER, CONTACT],
  'POST /api/screening/referrals': [BORDER, CONTACT],
  'GET /api/screening/second-line': [BORDER, CONTACT],
  'GET /api/screening/second-line/:id': [BORDER, CONTACT],
  'GET /api/screening/second-line/:id/notice': [BORDER, CONTACT],
  'PUT /api/screening/second-line/:id/checklist': [BORDER, CONTACT],
  'PUT /api/screening/second-line/:id/clock': [BORDER, CONTACT],
  'POST /api/screening/second-line/:id/verdicts': [BORDER, CONTACT],
  'GET /api/screening/handovers': [BORDER, CONTACT],
  'POST /api/screening/handovers': [BORDER, CONTACT],
  'POST /api/screening/handovers/:id/signature': [BORDER, CONTACT],
  'GET /api/screening/figures': [OVERSIGHT],
  'POST /api/screening/queries/:check/opening': [OVERSIGHT],

  'POST /api/screening/second-line/:id/report-reviews': [BORDER, CONTACT],
  'POST /api/screening/second-line/:id/report-choices': [BORDER, CONTACT],

  'GET /api/cases': [CONTACT, REVIEWER, OVERSIGHT],
  'GET /api/cases/:id': [CONTACT, REVIEWER, OVERSIGHT],
  'GET /api/cases/duty': [CONTACT, REVIEWER, OVERSIGHT],
  'GET /api/inquiries': [CONTACT, REVIEWER, OVERSIGHT],
  'GET /api/inquiries/:id': [CONTACT, REVIEWER, OVERSIGHT],
  'POST /api/inquiries': [CONTACT],
  'POST /api/inquiries/:id/decision': [CONTACT],
  'POST /api/cases/:id/acknowledgement': [CONTACT],
  'POST /api/cases/:id/messages': [CONTACT],
  'POST /api/cases/:id/outcome': [CONTACT],
  'POST /api/cases/:id/files': [CONTACT],
  'GET /api/cases/:id/files/:file': [CONTACT, REVIEWER, OVERSIGHT],
  'DELETE /api/cases/:id/files/:file': [CONTACT],

  'GET /api/exchange/peers': [OVERSIGHT, ADMINISTRATOR],
  'GET /api/exchange/witnesses': [OVERSIGHT, ADMINISTRATOR],
  'GET /api/exchange/dead-letters': [OVERSIGHT, ADMINISTRATOR],
  'POST /api/exchange/dead-letters/:id/release': [OVERSIGHT, ADMINISTRATOR],
  'POST /api/exchange/peers/:node/suspension': [OVERSIGHT, ADMINISTRATOR],
  'POST /api/exchange/peers/:node/resumption': [OVERSIGHT, ADMINISTRATOR],
  'POST /api/asks': [CONTACT],
  'GET /api/asks/recipients': [CONTACT],
  'POST /api/exchange/asking/:state/pause': [OVERSIGHT, ADMINISTRATOR],
  'POST /api/exchange/asking/:state/resumption': [OVERSIGHT, ADMINISTRATOR],

  'GET /api/audit/records': [OVERSIGHT],
  'GET /api/audit/records/:id': [OVERSIGHT],
  'GET /api/audit/records/:id/parts': [OVERSIGHT],
  'GET /api/audit/records/:id/proof': [OVERSIGHT],
  'POST /api/audit/records/:id/parts/:name/erasure': [OVERSIGHT],
  'GET /api/audit/export': [OVERSIGHT],
  'GET /api/audit/own': ROLES,
};

/** Pages and documents that are the same for everyone. */
const isPage = (url: string) =>
  url === '/*' || url === '/' || url.startsWith('/assets/') || url.startsWith('/api/docs');

const membership = await loadMembership(readConfig({}).profile);

/** Something for each parameter; what it names is not there, which is a matter beyond the gate. */
const fillIn = (url: string) =>
  url
    .replace(':list', 'un-sc')
    .replace(':name', 'query')
    .replaceAll(/:(id|check|photograph)/g, '00000000-0000-4000-8000-000000000000');

let database: TestDatabase;
let node: TestNode;

beforeAll(async () => {
  database = await testDatabase();
  // What has not been started yet answers 503, which is no matter of the gate.
  node = await testNode(database, { env: { ENTENTE_LOG_LEVEL: 'silent' } });
});
afterAll(async () => {
  await node.close();
  await database.close();
});

/** Asks for every purpose there is, with its first basis and a case; true if the gate opens for one of them. */
async function isLetIn(browser: Browser, route: string): Promise<boolean> {
  const [method, url = ''] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
  const statuses: number[] = [];
  for (const { id, legalBases } of membership.purposes()) {
    const headers = purposeHeaders(id, legalBases[0]!.id, 'K-1');
    const payload = method === 'GET' || method === 'DELETE' ? {} : { payload: {} };
    statuses.push((await browser.ask({ method, url: fillIn(url), headers, ...payload })).statusCode);
  }
  expect(statuses.filter((status) => status >= 500 && status !== 503)).toEqual([]);
  return statuses.some((status) => status !== 401 && status !== 403);
}

describe('the routes of the node', () => {
  test('are those of the matrix, no more and no less', () => {
    const routes = node.http.gatedRoutes
      .filter(({ method, url }) => method !== 'HEAD' && !isPage(url))
      .map(({ method, url }) => `${method} ${url}`);
    expect(routes.sort()).toEqual(Object.keys(MATRIX).sort());
  });

  test('that only give headers stand behind the same gate as those that give the whole', () => {
    const gates = new Map(node.http.gatedRoutes.map(({ method, url, gate }) => [`${method} ${url}`, gate]));
    for (const { method, url, gate } of node.http.gatedRoutes) {
      if (method === 'HEAD' && !isPage(url)) expect(gate).toEqual(gates.get(`GET ${url}`));
    }
  });

  test('are open only where the matrix says anyone, and for pages', () => {
    for (const { method, url, gate } of node.http.gatedRoutes) {
      const anyone = isPage(url) || MATRIX[`${method === 'HEAD' ? 'GET' : method} ${url}`] === 'anyone';
      expect('open' in gate).toBe(anyone);
    }
  });

  test('ask for actions that the policies know, personal data as such, and leave none unasked', async () => {
    const { actions } = await loadPolicies();
    const asked = node.http.gatedRoutes.flatMap(({ gate }) => ('open' in gate ? [] : [gate]));
    for (const gate of asked) {
      expect(actions).toContainEqual({ id: gate.action, personal: gate.personal });
    }
    expect([...new Set(asked.map(({ action }) => action))].sort()).toEqual(actions.map(({ id }) => id));
  });

  test('cannot be registered without a gate', () => {
    expect(() => node.http.get('/api/forgotten', async () => ({}))).toThrow('states no gate');
  });
});

describe.each(Object.entries(MATRIX))('%s', (route, allowed) => {
  test(allowed === 'anyone' ? 'is open to anyone' : 'is closed to who has not signed in', async () => {
    expect(await isLetIn(node.nobody, route)).toBe(allowed === 'anyone');
  });

  test.each(ROLES)(`for a %s is as the matrix says`, async (role) => {
    const browser = await node.signIn(officerWith(role));
    expect(await isLetIn(browser, route)).toBe(allowed === 'anyone' || allowed.includes(role));
  });
});
