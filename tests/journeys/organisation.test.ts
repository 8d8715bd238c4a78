import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { AlertPage, AlertView } from '../../packages/contracts/src/alerts/alert.ts';
import type { PeersView } from '../../packages/contracts/src/exchange.ts';
import type { HttpOfficer } from '../../packages/testkit/src/demonstration/http-officer.ts';
import { SOUGHT_BY_INDIA_ZONE } from '../../packages/testkit/src/demonstration/named-travellers.ts';
import { NODE } from './running-node.ts';
import { RunningOrganisation } from './running-organisation.ts';

test.describe.configure({ mode: 'serial' });

const KEEPING = 'alert-management';
const BOMBING = 'IN-2026-000001';
const organisation = new RunningOrganisation();

test.beforeAll(async () => {
  test.setTimeout(300_000);
  await organisation.start(3, 9300);
});
test.afterAll(async () => {
  await organisation.stop();
});

test('an alert approved in Delhi sleeps in Astana until it is accepted there, and then answers at the desk', async () => {
  const reviewer = await organisation.officer('in', 'reviewer');
  const waiting = await findAlert(reviewer, BOMBING);
  await reviewer.must('POST', `/api/alerts/${waiting.id}/review`, await approvalOf(reviewer, waiting.id), KEEPING);

  const border = await organisation.officer('kz', 'border-officer');
  const keeper = await organisation.officer('kz', 'contact-point-officer');
  await expect.poll(() => acceptanceAt(keeper)).toBe('awaited');
  expect(await answerTo(border)).not.toContain(BOMBING);

  const received = await findAlert(keeper, BOMBING);
  const { revision } = await keeper.must<AlertView>('GET', `/api/alerts/${received.id}`, undefined, KEEPING);
  const acceptance = { revision, decision: 'accept', reasons: 'The warrant and the act of violence are in the file.' };
  await keeper.must('POST', `/api/alerts/${received.id}/acceptance`, acceptance, KEEPING);
  await expect.poll(() => answerTo(border)).toContain(BOMBING);
});

test('the committee’s node is gone, and nothing changes: what Delhi withdraws no longer answers in Astana', async () => {
  organisation.kill('rats');
  const author = await organisation.officer('in', 'contact-point-officer');
  const alert = await findAlert(author, BOMBING);
  const { revision } = await author.must<AlertView>('GET', `/api/alerts/${alert.id}`, undefined, KEEPING);
  const withdrawal = { revision, why: 'purpose-achieved', reasons: 'He was found elsewhere; the warrant is served.' };
  await author.must('POST', `/api/alerts/${alert.id}/withdrawal`, withdrawal, KEEPING);

  const border = await organisation.officer('kz', 'border-officer');
  await expect.poll(() => answerTo(border)).not.toContain(BOMBING);
  const operator = await organisation.officer('kz', 'administrator');
  await expect
    .poll(async () => {
      const { peers } = await operator.must<PeersView>('GET', '/api/exchange/peers');
      return peers.map(({ node, failing }) => [node, failing !== null]);
    })
    .toEqual([
      ['in', false],
      ['rats', true],
    ]);
});

test('the register proves itself to whoever knows the pin', async () => {
  const [, founding = ''] = readFileSync(organisation.register, 'utf8').split('\n');
  const shown = await run('entente-verify.mjs', 'register', organisation.register, '--pin', 'f'.repeat(64));
  expect(shown.code).not.toBe(0);
  const { hash } = JSON.parse((await run(...REGISTER_HASH, founding)).out) as { hash: string };
  expect((await run('entente-verify.mjs', 'register', organisation.register, '--pin', hash)).code).toBe(0);
});

/** SHA-256 of the founding statement in its canonical form, by nothing of Entente's own but the canon. */
const REGISTER_HASH = [
  '--input-type=module',
  '--eval',
  `import { createHash } from 'node:crypto';
   import { serialiseCanonical } from '${new URL('../../packages/crypto/src/canonical.ts', import.meta.url).href}';
   const text = serialiseCanonical(JSON.parse(process.argv[1]).statement);
   console.log(JSON.stringify({ hash: createHash('sha256').update(text).digest('hex') }));`,
] as const;

async function findAlert(officer: HttpOfficer, reference: string): Promise<AlertPage['alerts'][number]> {
  const { alerts } = await officer.must<AlertPage>('GET', `/api/alerts?text=${reference}`, undefined, KEEPING);
  const found = alerts.find((alert) => alert.reference === reference);
  if (!found) throw new Error(`${reference} is not there`);
  return found;
}

async function acceptanceAt(officer: HttpOfficer): Promise<string | null | undefined> {
  const { alerts } = await officer.must<AlertPage>('GET', '/api/alerts?owner=IN', undefined, KEEPING);
  return alerts.find(({ reference }) => reference === BOMBING)?.acceptance;
}

async function answerTo(officer: HttpOfficer): Promise<string> {
  const check = { by: 'text', text: SOUGHT_BY_INDIA_ZONE };
  return JSON.stringify(await officer.must('POST', '/api/screening/checks', check, 'border-check'));
}

async function approvalOf(officer: HttpOfficer, id: string): Promise<object> {
  const { revision } = await officer.must<AlertView>('GET', `/api/alerts/${id}`, undefined, KEEPING);
  const yes = { answer: true, reasons: 'The file rests on what was done.' };
  const no = { answer: false, reasons: 'Nothing of the kind is known.' };
  return {
    revision,
    decision: 'approve',
    reasons: 'Papers compared with the file; warrant and identity agree.',
    answers: { neutral: yes, protection: no, deathPenalty: no, tortureRisk: no, dualCriminality: yes },
  };
}

function run(...words: string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    execFile(NODE, words, (error, out) => resolve({ code: error ? Number(error.code ?? 1) : 0, out }));
  });
}
