import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { NAME_HIT_ZONE } from '../../packages/testkit/src/people/demonstration-people.ts';
import { scan, signIn } from './officer.ts';

test('an oversight officer finds a check, and its proof holds on any machine with Node', async ({
  page,
  browser,
}, info) => {
  const desk = await browser.newPage();
  await signIn(desk, 'Border officer Aigerim');
  await scan(desk, NAME_HIT_ZONE);
  await expect(desk.getByText('Hit', { exact: true })).toBeVisible();
  await desk.close();

  await signIn(page, 'Oversight officer');
  await page.goto('/audit?event=screening.checked');
  await page
    .getByRole('link', { name: /Check at the desk/ })
    .or(page.getByRole('row', { name: /Check at the desk/ }).getByRole('link'))
    .first()
    .click();
  await expect(page).toHaveURL(/\/audit\/[0-9a-f-]{36}$/);
  // What was asked is a commitment; the traveller's name is nowhere in the record.
  await expect(page.getByText(/SHYNGYSBAEV/i)).toHaveCount(0);

  await page.getByRole('button', { name: 'Make the proof' }).click();
  const download = page.waitForEvent('download');
  await page
    .getByRole('button', { name: 'Download the proof' })
    .or(page.getByRole('link', { name: 'Download the proof' }))
    .click();
  const file = info.outputPath('proof.json');
  await (await download).saveAs(file);
  const told = execFileSync(process.execPath, ['entente-verify.mjs', 'proof', file], { env: {}, encoding: 'utf8' });
  expect(told).not.toBe('');
});

test('the filters stand in the address, so that the view can be sent', async ({ page }) => {
  await signIn(page, 'Oversight officer');
  await page.goto('/audit?event=access.signed-in');
  await expect(page.getByRole('row', { name: /Signed in/ }).first()).toBeVisible();
  await expect(page.getByRole('row', { name: /Check at the desk/ })).toHaveCount(0);
});

test('a border officer finds no audit log', async ({ page }) => {
  await signIn(page, 'Border officer Daniyar');
  await expect(page.getByRole('link', { name: 'Audit' })).toHaveCount(0);
  await page.goto('/audit');
  await expect(page.getByText('Not open to your role')).toBeVisible();
});
