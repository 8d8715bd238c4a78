import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { AlertPage, AlertView } from '../../packages/contracts/src/alerts/alert.ts';
import type { CasePage } from '../../packages/contracts/src/cases.ts';
import type { SecondLineView } from '../../packages/contracts/src/screening/second-line.ts';
import type { CheckAnswer } from '../../packages/contracts/src/screening.ts';
import type { HttpOfficer } from '../../packages/testkit/src/demonstration/http-officer.ts';
import { SOUGHT_BY_INDIA_ZONE } from '../../packages/testkit/src/demonstration/named-travellers.ts';
import { RunningOrganisation } from './running-organisation.ts';

test.describe.configure({ mode: 'serial' });

const KEEPING = 'alert-management';
const BOMBING = 'IN-2026-000001';
const PDF = Buffer.from('%PDF-1.7\n% Invented fingerprints\n%%EOF\n');
const organisation = new RunningOrganisation();

test.beforeAll(async () => {
  test.setTimeout(300_000);
  await organisation.start(3, 9460);
});
test.afterAll(async () => {
  await organisation.stop();
});

test('a file that Astana sends with a message is saved in Delhi, byte for byte, and Astana sees that it arrived', async ({
  browser,
}) => {
  const thread = await reportHit();
  const astana = await consoleOf(browser, 'kz', 'Madina Ospanova', thread);
  await astana
    .getByLabel('Attach files')
    .last()
    .setInputFiles([
      { name: 'fingerprints.pdf', mimeType: 'application/pdf', buffer: PDF },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Left thumb only.\n') },
    ]);
  const chosen = astana.getByRole('list', { name: 'Files for this message' });
  await expect(chosen.getByRole('button', { name: 'Take notes.txt away' })).toHaveText('Take away');
  await chosen.getByRole('button', { name: 'Take notes.txt away' }).click();
  await expect(chosen.getByRole('listitem')).toHaveCount(1);
  await astana.getByRole('textbox', { name: 'Words' }).first().fill('His fingerprints.');
  await astana.getByRole('button', { name: 'Send', exact: true }).click();
  const sent = astana.getByRole('list', { name: 'Files of this message' });
  await expect(sent.getByText('fingerprints.pdf')).toBeVisible();

  const delhi = await consoleOf(browser, 'in', 'Kavita Deshpande', thread);
  const came = delhi.getByRole('list', { name: 'Files of this message' });
  await expect(came.getByText('arrived')).toBeVisible({ timeout: 45_000 });
  const saving = delhi.waitForEvent('download');
  await came.getByRole('button', { name: 'Save fingerprints.pdf' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('fingerprints.pdf');
  expect(readFileSync(await saved.path()).equals(PDF)).toBe(true);
  await expect(sent.getByText('arrived')).toBeVisible({ timeout: 45_000 });
});

test('a file that is not what it says goes nowhere: the rule says why', async ({ browser }) => {
  const { cases } = await (await organisation.officer('kz', 'contact-point-officer')).must<CasePage>(
    'GET',
    '/api/cases',
    undefined,
    KEEPING,
  );
  const astana = await consoleOf(browser, 'kz', 'Madina Ospanova', cases[0]!.id);
  await astana
    .getByLabel('Attach files')
    .last()
    .setInputFiles({ name: 'face.png', mimeType: 'image/png', buffer: Buffer.from('MZ no picture') });
  await expect(astana.getByRole('alert').getByText('The file is not of the type it says')).toBeVisible();
  await expect(astana.getByRole('list', { name: 'Files for this message' })).toHaveCount(0);
});

/** The hit on India's alert, made in Astana and reported; the id of its thread. */
async function reportHit(): Promise<string> {
  const reviewer = await organisation.officer('in', 'reviewer');
  const waiting = await findAlert(reviewer, BOMBING);
  const yes = { answer: true, reasons: 'The file rests on what was done.' };
  const no = { answer: false, reasons: 'Nothing of the kind is known.' };
  await reviewer.must(
    'POST',
    `/api/alerts/${waiting.id}/review`,
    {
      revision: waiting.revision,
      decision: 'approve',
      reasons: 'Papers compared with the file; warrant and identity agree.',
      answers: { neutral: yes, protection: no, deathPenalty: no, tortureRisk: no, dualCriminality: yes },
    },
    KEEPING,
  );
  const keeper = await organisation.officer('kz', 'contact-point-officer');
  await expect.poll(async () => (await listed(keeper)).map(({ reference }) => reference)).toContain(BOMBING);
  const { id, revision } = await findAlert(keeper, BOMBING);
  const acceptance = { revision, decision: 'accept', reasons: 'The warrant and the act of violence are in the file.' };
  await keeper.must('POST', `/api/alerts/${id}/acceptance`, acceptance, KEEPING);

  const border = await organisation.officer('kz', 'border-officer');
  const ask = <Body>(path: string, body: object) =>
    border.must<Body>('POST', `/api/screening/${path}`, body, 'border-check');
  let check: CheckAnswer | undefined;
  await expect
    .poll(async () => {
      check = await ask<CheckAnswer>('checks', { by: 'text', text: SOUGHT_BY_INDIA_ZONE });
      return JSON.stringify(check);
    })
    .toContain(BOMBING);
  const referral = { check: check!.id, direction: 'entry', place: 'Korday, lane 1', held: false };
  const opened = await ask<SecondLineView>('referrals', referral);
  await ask(`second-line/${opened.id}/verdicts`, {
    revision: opened.revision,
    candidate: opened.found[0]!.key,
    verdict: 'same-person',
    checklist: [{ item: 'photograph', finding: 'agrees', note: 'Compared at the gate' }],
    taken: '',
    notTaken: 'Heard, told his rights and let on.',
    report: { choice: 'report' },
  });
  const { cases } = await keeper.must<CasePage>('GET', '/api/cases', undefined, KEEPING);
  return cases.find(({ alert }) => alert.reference === BOMBING)!.id;
}

async function listed(officer: HttpOfficer): Promise<AlertPage['alerts']> {
  return (await officer.must<AlertPage>('GET', `/api/alerts?text=${BOMBING}`, undefined, KEEPING)).alerts;
}

async function findAlert(officer: HttpOfficer, reference: string): Promise<AlertView> {
  const found = (await listed(officer)).find((alert) => alert.reference === reference);
  return await officer.must('GET', `/api/alerts/${found!.id}`, undefined, KEEPING);
}

/** A console of its own, signed in at one click, on the thread of a hit. */
async function consoleOf(browser: Browser, node: string, name: string, thread: string): Promise<Page> {
  const { origin } = new URL(organisation.address(node));
  const folded = [{ origin, localStorage: [{ name: 'entente.guide', value: 'folded' }] }];
  const context = await browser.newContext({ baseURL: origin, storageState: { cookies: [], origins: folded } });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
  await page.goto(`/cases/${thread}`);
  const purpose = page.getByRole('button', { name: 'Act for this purpose' });
  await expect(purpose.or(page.getByRole('heading', { level: 1, name: /IN-2026-000001/ })).first()).toBeVisible();
  if (await purpose.isVisible()) await purpose.click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(BOMBING) })).toBeVisible();
  return page;
}
