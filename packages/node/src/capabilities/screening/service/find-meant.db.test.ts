import type { AlertContent } from '@entente/contracts/alerts/content';
import type { AskAnswers } from '@entente/contracts/exchange/asks';
import { issueAlert } from '@entente/testkit/alerts/alert-desk';
import { inventTraveller, subjectFor, type Traveller } from '@entente/testkit/alerts/between-nodes';
import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { type Cast, castOf, lawfulOf } from '@entente/testkit/constellation/members';
import { type Browser, purposeHeaders } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLog } from '../../../platform/log.ts';

let constellation: Constellation;
let delhi: Cast;
const asking: Record<string, Browser> = {};
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN', 'CN'], log: () => createLog('silent') });
  delhi = await castOf(constellation.of('IN'));
  for (const state of ['KZ', 'CN']) {
    asking[state] = await constellation.of(state).node.signIn(officerWith('contact-point-officer'));
  }
}, 60_000);
afterAll(() => constellation.close());

/** Delhi issues an arrest alert on a traveller, for this audience. */
async function issueOn(traveller: Traveller, audience: AlertContent['audience']): Promise<void> {
  const lawful = lawfulOf(
    constellation.of('IN'),
    'wanted-for-arrest',
    9000 + Number(traveller.number.slice(1)) - 70_000_000,
  );
  const content = { ...lawful, subject: subjectFor(traveller), ...(audience && { audience }) };
  await issueAlert(delhi.author, delhi.reviewer, content);
}

async function askDelhi(state: string, about: object): Promise<string> {
  const headers = purposeHeaders('criminal-investigation', 'legal-assistance', `${state}-2026-000009`);
  const payload = { recipients: ['in'], about };
  const answer = await asking[state]!.ask({ method: 'POST', url: '/api/asks', payload, headers });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<AskAnswers>().answers[0]!.answer;
}

const byDocument = ({ number }: Traveller) => ({ by: 'document', number, issuer: 'IND' });
const byName = ({ given, family, birthDate }: Traveller) => ({
  by: 'identity',
  names: [`${given} ${family}`],
  birthDate,
});

test('an alert kept national answers questions where it is searchable, and a circulated one those it is for', async () => {
  const [searchable, kept, forKz, nobody] = [1, 2, 3, 4].map(inventTraveller) as [
    Traveller,
    Traveller,
    Traveller,
    Traveller,
  ];
  await issueOn(searchable, { kind: 'national', searchable: true });
  await issueOn(kept, { kind: 'national', searchable: false });
  await issueOn(forKz, { kind: 'members', states: ['KZ'] });
  await vi.waitFor(async () => expect(await askDelhi('KZ', byName(forKz))).toBe('hit'), { timeout: 10_000 });
  for (const state of ['KZ', 'CN']) {
    expect(await askDelhi(state, byName(searchable))).toBe('hit');
    expect(await askDelhi(state, byName(kept))).toBe('no-hit');
    expect(await askDelhi(state, byName(nobody))).toBe('no-hit');
  }
  expect(await askDelhi('CN', byName(forKz))).toBe('no-hit');
  expect(await askDelhi('KZ', byDocument(searchable))).toBe('hit');
  expect(await askDelhi('KZ', byDocument(kept))).toBe('no-hit');
});
