import { expect, test } from '@playwright/test';
import { writeLongList } from './invented-list.ts';
import { deskField, signIn } from './officer.ts';

test.describe.configure({ mode: 'serial' });

test('a contact-point officer imports a list and reads what it changed', async ({ page }) => {
  await signIn(page, 'Madina Ospanova');
  await page.goto('/lists/import');
  await page.getByRole('combobox', { name: 'List' }).selectOption('un-sc');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'un.xml', mimeType: 'text/xml', buffer: writeLongList(300) });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page).toHaveURL(/\/lists\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Done', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('What changed')).toBeVisible();

  await page.reload();
  await expect(page.getByText('imported lists may name real persons')).toBeVisible();
  await expect(page.getByText('What changed')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/lists\/import$/);
});

test('a file of another format is refused with a word on what it is', async ({ page }) => {
  await signIn(page, 'Madina Ospanova');
  await page.goto('/lists/import');
  await page.getByRole('combobox', { name: 'List' }).selectOption('uk-sl');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'uk.csv', mimeType: 'text/csv', buffer: writeLongList(3) });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Failed', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('The file is not of this list’s format')).toBeVisible();
  await expect(page.getByText('Nothing was changed').first()).toBeVisible();
});

test('a list answers at the desk only while its legal basis stands', async ({ page, browser }) => {
  const desk = await browser.newPage();
  await signIn(desk, 'Border officer Daniyar');
  await deskField(desk).fill('Zhanibek Shyngysbaev');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('INi.00002').first()).toBeVisible();

  await signIn(page, 'Administrator');
  await page.goto('/lists');
  const row = page.getByRole('row', { name: /Demonstration list/ });
  await row.getByRole('button', { name: /Withdraw/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Withdraw/ })
    .click();
  await expect(row.getByText('Silent', { exact: true })).toBeVisible();

  await desk.keyboard.press('Escape');
  await desk.waitForTimeout(1000);
  await deskField(desk).fill('Zhanibek Shyngysbaev');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('No hit', { exact: true })).toBeVisible();

  await row.getByRole('button', { name: /State/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Order on the demonstration of border checks (invented)');
  await dialog.getByRole('combobox').selectOption('inform');
  await dialog.getByRole('button', { name: /State/ }).click();
  await expect(row.getByText('Answers', { exact: true })).toBeVisible();
  await desk.close();
});
