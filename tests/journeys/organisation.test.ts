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
import { beginning, LANGUAGE, LOCALE, say } from './words.ts';

test.describe.configure({ mode: 'serial' });

const PORT = 9300;
/** A browser nobody has worked in before: the guide stands open. */
test.use({ baseURL: `http://kz.localhost:${PORT}`, storageState: { cookies: [], origins: [] }, locale: LOCALE });
/** Stories that the guide does not lead are told in English alone. */
const IN_ENGLISH = LANGUAGE === 'en';

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
  await openStep(page, say('guide.hit-reported'));
  await actAs(page, 'Aigerim Toktarbek');
  await confirmSame(page, [say('checklist.document'), say('checklist.photograph')]);
  await page.getByRole('radio', { name: beginning(say('report.report'), say('report.report.hint')) }).check();
  await giveVerdict(page);
  await ticked(page, say('guide.hit-reported'));

  await openStep(page, say('guide.evidence-written'));
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
  await ticked(page, say('guide.evidence-written'));
});

test('from the case an officer asks Delhi about a passport: hit, a reference to name, and nothing of it in the browser', async ({
  page,
}) => {
  test.skip(!IN_ENGLISH, 'not of the guide');
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
  test.skip(!IN_ENGLISH, 'not of the guide');
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
  await openStep(page, say('guide.altered-refused'));
  await press(page, say('guide.act.send-altered'));
  await ticked(page, say('guide.altered-refused'));
  const oversight = await organisation.officer('in', 'oversight-officer');
  await expect
    .poll(async () => (await oversight.must<DeadLetters>('GET', '/api/exchange/dead-letters')).letters)
    .toMatchObject([{ to: 'kz', type: 'alerts.circulated', code: 'alerts.no-ground-of-speech' }]);

  const [delhi] = await Promise.all([
    page.context().waitForEvent('page'),
    guideOf(page)
      .getByRole('link', { name: say('guide.go-elsewhere') })
      .click(),
  ]);
  await actAs(delhi, 'Meenakshi Pillai');
  await expect(delhi.getByRole('table', { name: say('held.title') })).toContainText('no-ground-of-speech');
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
  await openStep(page, say('guide.protection-claimed'));
  await actAs(page, 'Aigerim Toktarbek');
  await confirmSame(page, [say('checklist.photograph'), say('checklist.questions')]);
  await expect(
    page.getByRole('radio', { name: beginning(say('report.silent'), say('report.silent.hint')) }),
  ).toBeChecked();
  await giveVerdict(page);
  await ticked(page, say('guide.protection-claimed'));

  await openStep(page, say('guide.silence-confirmed'));
  await actAs(page, 'Madina Ospanova');
  await page.getByRole('button', { name: say('purpose.choose') }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /XXB, 1991/ })
    .click();
  await page.getByRole('button', { name: say('report.review.agree'), exact: true }).click();
  await ticked(page, say('guide.silence-confirmed'));
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
  await openStep(page, say('guide.committee-away'));
  await press(page, say('guide.act.start-committee'));
  await press(page, say('guide.act.stop-committee'));
  await expect(guideOf(page).getByText(say('guide.lasting.committee'))).toBeVisible();
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
  await ticked(page, say('guide.committee-away'));
});

test('one byte of Delhi’s log is named by its peers within a round, and forgotten when it is put back', async ({
  page,
}) => {
  await page.goto('/');
  await openStep(page, say('guide.log-broken'));
  // Its log may not reach back far enough yet: then the guide asks for patience.
  const putBack = guideOf(page).getByRole('button', { name: say('guide.act.mend-log') });
  await expect(async () => {
    await press(page, say('guide.act.alter-log'));
    await expect(putBack.first()).toBeVisible({ timeout: 10_000 });
  }).toPass();
  await ticked(page, say('guide.log-broken'));
  await openStep(page, say('guide.log-broken'));
  await actAs(page, 'Saule Abenova');
  const alarm = page.getByRole('alert').filter({ hasText: say('log.refusal.altered') });
  await expect(alarm).toContainText(/\d+/);
  expect(await faultsOf(page)).toEqual([]);
  await press(page, say('guide.act.mend-log'));
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
  await press(page, say('guide.hand'));
  await main
    .getByRole('button', { name: say('referral.take') })
    .first()
    .click();
  const referral = page.getByRole('dialog');
  await referral.getByRole('radio', { name: say('direction.entry') }).check();
  await referral.getByRole('textbox', { name: say('hit.place') }).fill('Korday, lane 1');
  await referral.getByRole('button', { name: say('referral.take') }).click();
  await expect(referral).toBeHidden();
  await page
    .getByRole('navigation', { name: say('shell.rail') })
    .getByRole('link', { name: say('place.second-line') })
    .click();
  await main.getByRole('row').nth(1).getByRole('link').click();
  for (const item of agreeing) {
    await main
      .getByRole('radiogroup', { name: item })
      .getByRole('radio', { name: say('finding.agrees') })
      .check();
  }
  await main.getByRole('radio', { name: beginning(say('mark.same-person')) }).check();
  await main.getByRole('textbox', { name: say('taken.why-not') }).fill('Heard, told his rights and let on.');
}

async function giveVerdict(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: say('verdict.give') })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('verdict.give') })
    .click();
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
