import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { AlertPage, AlertView } from '../../packages/contracts/src/alerts/alert.ts';
import type { Inquiries, InquiryView } from '../../packages/contracts/src/cases/inquiries.ts';
import type { CasePage } from '../../packages/contracts/src/cases.ts';
import type { WitnessesView } from '../../packages/contracts/src/exchange/witnesses.ts';
import type { DeadLetters, PeersView } from '../../packages/contracts/src/exchange.ts';
import { SOUGHT_BY_INDIA } from '../../packages/testkit/src/demonstration/alerts-of-india.ts';
import type { HttpOfficer } from '../../packages/testkit/src/demonstration/http-officer.ts';
import { SOUGHT_BY_INDIA_ZONE } from '../../packages/testkit/src/demonstration/named-travellers.ts';
import { actAs, guideOf, openStep, press, ticked } from './guide-page.ts';
import { NODE } from './running-node.ts';
import { RunningOrganisation } from './running-organisation.ts';

test.describe.configure({ mode: 'serial' });

const PORT = 9300;
/** A browser nobody has worked in before: the guide stands open. */
test.use({ baseURL: `http://kz.localhost:${PORT}`, storageState: { cookies: [], origins: [] } });

const KEEPING = 'alert-management';
const BOMBING = `IN-${new Date().getUTCFullYear()}-000001`;
const LOST_PASSPORT = BOMBING.replace(/1$/, '5');
const organisation = new RunningOrganisation();

test.beforeAll(async () => {
  test.setTimeout(300_000);
  await organisation.start(3, PORT);
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

test('the hit goes home by the guide, and its evidence verifies elsewhere with no more than the register', async ({
  page,
}) => {
  await page.goto('/');
  await openStep(page, 'The hit goes home');
  await actAs(page, 'Aigerim Toktarbek');
  await confirmSame(page, ['Document', 'Photograph']);
  await page.getByRole('radio', { name: /^Report(?! without)/ }).check();
  await giveVerdict(page);
  await ticked(page, 'The hit goes home');

  await openStep(page, 'Proof for anyone');
  await expect(guideOf(page).getByRole('code')).toHaveCount(2);
  const [write = '', verify = ''] = await guideOf(page).getByRole('code').allTextContents();
  const elsewhere = mkdtempSync(join(tmpdir(), 'entente-elsewhere-'));
  try {
    await expect.poll(() => inShell(write.replace('hit.evidence', join(elsewhere, 'hit.evidence')))).toBe(0);
    copyFileSync('entente-verify.mjs', join(elsewhere, 'entente-verify.mjs'));
    copyFileSync(organisation.register, join(elsewhere, 'register.jsonl'));
    const command = verify.replace(organisation.register, 'register.jsonl');
    expect(await inShell(command, elsewhere)).toBe(0);
    expect(await inShell(command.replace(/[0-9a-f]{64}/, 'f'.repeat(64)), elsewhere)).toBe(1);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
  await ticked(page, 'Proof for anyone');
});

test('from the case an officer asks Delhi about a passport: hit, a reference to name, and nothing of it in the browser', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: /Madina Ospanova/ }).click();
  const main = page.getByRole('main');
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Cases' }).click();
  await page.getByRole('button', { name: 'Act for this purpose' }).click();
  await main.getByRole('table', { name: 'Cases: hits followed up' }).getByRole('link').first().click();
  await main.getByRole('link', { name: 'Ask other nodes' }).click();
  await expect(main.getByRole('textbox', { name: 'Case reference' })).toHaveValue(BOMBING);
  await page.getByRole('button', { name: 'Act for this purpose' }).click();

  const india = main.getByRole('checkbox', { name: 'India' });
  await expect(india).not.toBeChecked();
  await main.getByRole('button', { name: 'Choose all members' }).click();
  await expect(india).toBeChecked();
  await expect(main.getByRole('checkbox', { name: 'rats' })).not.toBeChecked();
  await main.getByRole('radio', { name: 'a person' }).check();
  await main.getByRole('textbox', { name: 'Names' }).fill('Vikramjit Rathaur');
  await main.getByRole('button', { name: 'Ask 1 node' }).click();
  await expect(main.getByRole('textbox', { name: 'Birth date' })).toBeFocused();
  await expect(main.getByText('A name alone is too wide')).toBeVisible();
  await expect(main.getByRole('table')).toHaveCount(0);

  await main.getByRole('radio', { name: 'a document' }).check();
  await main.getByRole('textbox', { name: 'Document number' }).fill(SOUGHT_BY_INDIA.number);
  await page.keyboard.press('Enter');
  const answer = main.getByRole('table', { name: 'Answers' }).getByRole('row', { name: 'India' });
  await expect(answer).toContainText('Hit');
  await expect(answer.getByText(/^[0-9a-f]{32}$/)).toBeVisible();
  await expect(main.getByRole('textbox', { name: 'Document number' })).toHaveValue(SOUGHT_BY_INDIA.number);
  expect(await faultsOf(page)).toEqual([]);
  await expect(page).toHaveURL(/\/asks$/);
  const kept = await page.evaluate<string>(
    'JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state])',
  );
  expect(kept).toContain(BOMBING);
  expect(kept).not.toContain(SOUGHT_BY_INDIA.number);

  await answer.getByRole('textbox', { name: 'Words to the owner' }).fill('He is at the crossing');
  await answer.getByRole('button', { name: 'Ask its owner to tell' }).click();
  await expect(answer).toContainText('With its owner');
  const inquiry = await decideInDelhi();
  await answer.getByRole('link', { name: 'See how it stands' }).click();
  await expect(main).toContainText('What was told');
  await expect(main).toContainText(inquiry.told!.reference);
  await expect(main.getByText(inquiry.told!.names[0]!, { exact: true })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

/** An officer in Delhi confirms the inquiry that waits, and its answer has come back. */
async function decideInDelhi(): Promise<InquiryView> {
  const keeper = await organisation.officer('in', 'contact-point-officer');
  const list = () => keeper.must<Inquiries>('GET', '/api/inquiries', undefined, KEEPING);
  await expect.poll(async () => (await list()).waiting).toBe(1);
  const [{ id }] = (await list()).inquiries as [Inquiries['inquiries'][number]];
  const decision = { decision: 'confirmed', reasons: 'The warrant is in the file.' };
  await keeper.must('POST', `/api/inquiries/${id}/decision`, decision, KEEPING);
  const read = () => keeper.must<InquiryView>('GET', `/api/inquiries/${id}`, undefined, KEEPING);
  await expect.poll(async () => (await read()).delivery).toBe('accepted');
  return await read();
}

test('who comes from one case while he acts in another is told so before he asks', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /Madina Ospanova/ }).click();
  const main = page.getByRole('main');
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Ask' }).click();
  // The page before asks for a purpose, too, and a case where there is one.
  await main.getByRole('textbox', { name: 'Case reference', exact: true }).fill('KZ-2026-000009');
  await page.getByRole('button', { name: 'Act for this purpose' }).click();
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Cases' }).click();
  await main.getByRole('table', { name: 'Cases: hits followed up' }).getByRole('link').first().click();
  await main.getByRole('link', { name: 'Ask other nodes' }).click();
  await expect(main).toContainText(`You come from case ${BOMBING}, but act in case KZ-2026-000009.`);
  expect(await faultsOf(page)).toEqual([]);
  await main.getByRole('button', { name: `Act in case ${BOMBING}` }).click();
  await expect(main).not.toContainText('KZ-2026-000009');
  await expect(page.getByRole('banner')).toContainText(BOMBING);
});

test('what Delhi sends with altered software over a newspaper article, Astana refuses, signed, by the rule', async ({
  page,
}) => {
  await page.goto('/');
  await openStep(page, 'Altered software is refused');
  await press(page, 'Send it with altered software');
  await ticked(page, 'Altered software is refused');
  const oversight = await organisation.officer('in', 'oversight-officer');
  await expect
    .poll(async () => (await oversight.must<DeadLetters>('GET', '/api/exchange/dead-letters')).letters)
    .toMatchObject([{ to: 'kz', type: 'alerts.circulated', code: 'alerts.no-ground-of-speech' }]);

  const [delhi] = await Promise.all([
    page.context().waitForEvent('page'),
    guideOf(page).getByRole('link', { name: 'Open the console in Delhi' }).click(),
  ]);
  await actAs(delhi, 'Meenakshi Pillai');
  await expect(delhi.getByRole('table', { name: 'Refused or expired' })).toContainText('no-ground-of-speech');
  expect(await faultsOf(delhi)).toEqual([]);
});

test('a refugee whom the state he fled seeks is confirmed, and nothing leaves', async ({ page }) => {
  const keeper = await organisation.officer('in', 'contact-point-officer');
  const operator = await organisation.officer('in', 'administrator');
  const seenInDelhi = async () => {
    const { peers } = await operator.must<PeersView>('GET', '/api/exchange/peers');
    const { cases } = await keeper.must<CasePage>('GET', '/api/cases', undefined, KEEPING);
    return { received: peers.find(({ node }) => node === 'kz')!.in.received, cases: cases.length };
  };
  const before = await seenInDelhi();

  await page.goto('/');
  await openStep(page, 'Wanted by the state he fled');
  await actAs(page, 'Aigerim Toktarbek');
  await confirmSame(page, ['Photograph', 'Questions']);
  await expect(page.getByRole('radio', { name: /^Do not report/ })).toBeChecked();
  await giveVerdict(page);
  await ticked(page, 'Wanted by the state he fled');

  await openStep(page, 'Nothing leaves');
  await actAs(page, 'Madina Ospanova');
  await page.getByRole('button', { name: 'Act for this purpose' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /XXB, 1991/ })
    .click();
  await page.getByRole('button', { name: 'Agree', exact: true }).click();
  await ticked(page, 'Nothing leaves');
  expect(await seenInDelhi()).toEqual(before);
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

test('the committee’s node is started again from the guide, stopped, and missed by nobody', async ({ page }) => {
  await page.goto('/');
  await openStep(page, 'The committee’s node stops');
  await press(page, 'Start it again');
  await press(page, 'Stop the committee’s node');
  await expect(guideOf(page).getByText('The committee’s node is stopped')).toBeVisible();
  const reviewer = await organisation.officer('in', 'reviewer');
  const waiting = await findAlert(reviewer, LOST_PASSPORT);
  const { revision } = await reviewer.must<AlertView>('GET', `/api/alerts/${waiting.id}`, undefined, KEEPING);
  const approval = {
    revision,
    decision: 'approve',
    reasons: 'Number and issuer agree with the register.',
    answers: {},
  };
  await reviewer.must('POST', `/api/alerts/${waiting.id}/review`, approval, KEEPING);
  await ticked(page, 'The committee’s node stops');
});

test('one byte of Delhi’s log is named by its peers within a round, and forgotten when it is put back', async ({
  page,
}) => {
  await page.goto('/');
  await openStep(page, 'One byte of Delhi’s log');
  await press(page, 'Change one byte');
  await ticked(page, 'One byte of Delhi’s log');
  await openStep(page, 'One byte of Delhi’s log');
  await actAs(page, 'Saule Abenova');
  const alarm = page.getByRole('alert').filter({ hasText: 'The log of India' });
  await expect(alarm).toContainText(/A record is not what it was: record \d+/);
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Put the byte back');
  await expect(alarm).toHaveCount(0);
  const oversight = await organisation.officer('in', 'oversight-officer');
  await expect
    .poll(async () => {
      const { peers } = await oversight.must<WitnessesView>('GET', '/api/exchange/witnesses');
      return peers.find(({ node }) => node === 'kz')?.witness.state;
    })
    .toBe('cosigning');
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

/** Takes the traveller of the open step to the second line, and finds him to be the one whom the alert means. */
async function confirmSame(page: Page, agreeing: string[]): Promise<void> {
  const main = page.getByRole('main');
  await press(page, 'Put it in the field');
  await main.getByRole('button', { name: 'To second line' }).first().click();
  const referral = page.getByRole('dialog');
  await referral.getByRole('radio', { name: 'Entry' }).check();
  await referral.getByRole('textbox', { name: 'Place' }).fill('Korday, lane 1');
  await referral.getByRole('button', { name: 'To second line' }).click();
  await expect(referral).toBeHidden();
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: '2nd line' }).click();
  await main.getByRole('row').nth(1).getByRole('link').click();
  for (const item of agreeing) {
    await main.getByRole('radiogroup', { name: item }).getByRole('radio', { name: 'agrees' }).check();
  }
  await main.getByRole('radio', { name: 'Same person' }).check();
  await main.getByRole('textbox', { name: 'Why no action was taken' }).fill('Heard, told his rights and let on.');
}

async function giveVerdict(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Give the verdict' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Give the verdict' }).click();
}

/** What keeps a page from those who do not see or point. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** The exit code of a command as it stands in the guide. */
function inShell(command: string, cwd?: string): Promise<number> {
  return new Promise((resolve) => {
    execFile('sh', ['-c', command], { cwd }, (error) => resolve(error ? Number(error.code ?? 1) : 0));
  });
}

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
