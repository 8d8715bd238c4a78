import { expect, type Page, test } from '@playwright/test';
import { LISTED_BY_ORIGINAL_SCRIPT } from '../../packages/testkit/src/people/demonstration-people.ts';
import { deskField, signIn } from './officer.ts';

const { ref, given, middle, family } = LISTED_BY_ORIGINAL_SCRIPT;
const LISTED = [given, middle, family].join(' ');
const RIGHT = 'Ержанов Сапарғали';

async function openEntry(page: Page, officer: string): Promise<void> {
  await signIn(page, officer);
  await page.goto(`/lists/invented/entries/${ref}`);
  await expect(page.getByRole('heading', { level: 1, name: LISTED })).toBeVisible();
}

test('a contact-point officer adds the right name beside an entry, a second officer confirms it, and the desk meets by it and says by whom', async ({
  page,
}) => {
  await openEntry(page, 'Madina Ospanova');
  await expect(page.getByText('Nothing is corrected')).toBeVisible();
  await page.getByRole('textbox', { name: 'The name as it should be' }).fill(RIGHT);
  await page.getByRole('combobox', { name: 'Stands for this one of the list' }).selectOption(LISTED);
  await page.getByRole('button', { name: 'Propose' }).click();
  await expect(page.getByText('Give a reason of ten characters or more.')).toBeVisible();
  await page.getByRole('textbox', { name: 'What this state knows' }).fill('His passport has it so');
  await page.getByRole('button', { name: 'Propose' }).click();
  await expect(page.getByText(`instead of ${LISTED}`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Confirm' })).toHaveCount(0);

  await page.context().clearCookies();
  await signIn(page, 'Yerlan Zhaksylyk');
  await page.goto('/lists');
  await page.getByRole('button', { name: 'Entries and corrections' }).click();
  await page.getByRole('link', { name: `invented ${ref}` }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText(/confirmed by/)).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, 'Border officer Daniyar');
  await page.goto('/desk');
  await expect(async () => {
    await page.keyboard.press('Escape');
    await deskField(page).fill(RIGHT);
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${RIGHT} is no name of the list: added by`, { exact: false })).toBeVisible({
      timeout: 2_000,
    });
  }).toPass();
});
