import { expect, type Page } from '@playwright/test';
import { signIn } from './officer.ts';

/** Signs in and opens the list of alerts, for the purpose of entering and keeping them. */
export async function openAlerts(page: Page, officer: string, path = '/alerts'): Promise<void> {
  await signIn(page, officer);
  await page.goto(path);
  const gate = page.getByRole('heading', { name: 'Say what for' });
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toBeVisible();
  if (await gate.isVisible()) {
    await page.getByRole('main').getByRole('combobox', { name: 'Purpose' }).selectOption('alert-management');
    await page.getByRole('button', { name: 'Act for this purpose' }).click();
  }
}

/** Begins a draft of a category, about a kind of subject where it has several, and gives its number. */
export async function beginDraft(page: Page, category: string, about?: string): Promise<string> {
  await page.goto('/alerts/new');
  await page.getByRole('radio', { name: category }).check();
  if (about) await page.getByRole('radio', { name: about, exact: true }).check();
  await page.getByRole('button', { name: 'Begin the draft' }).click();
  await expect(page).toHaveURL(/\/alerts\/[0-9a-f-]{36}\/edit$/);
  return page.url().split('/').at(-2)!;
}

/** Goes on to the next page of the form, once this one is saved. */
export async function goOn(page: Page, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page.getByRole('heading', { level: 2, name: to })).toBeVisible();
}

export interface Person {
  original: string;
  latin: string;
  born: string;
}

/** The first page: a name in its own script and in Latin letters, and a birth date. */
export async function writePerson(page: Page, { original, latin, born }: Person): Promise<void> {
  await page.getByRole('textbox', { name: 'Name in the original script' }).fill(original);
  await page.getByRole('textbox', { name: 'Name in Latin letters' }).fill(latin);
  await page.getByRole('textbox', { name: 'Birth date' }).first().fill(born);
}

/** Law, authority and warrant of an alert for arrest. */
export async function writeWarrant(page: Page): Promise<void> {
  await page
    .getByRole('textbox', { name: 'Act of national law' })
    .fill('Criminal Procedure Code (invented), chapter 34');
  const authority = page.getByRole('group', { name: 'Issuing authority' });
  await authority.getByRole('textbox', { name: 'Authority' }).fill('Investigation Department (invented)');
  await authority.getByRole('textbox', { name: 'Reference' }).fill('J-204/2026');
  await authority.getByRole('textbox', { name: 'Date' }).fill('03.11.2026');
  const warrant = page.getByRole('group', { name: 'Warrant, judgment or decision' });
  await warrant.getByRole('radio', { name: 'Arrest warrant' }).check();
  await warrant.getByRole('textbox', { name: 'Issued by' }).fill('City Court (invented)');
  await warrant.getByRole('textbox', { name: 'Number' }).fill('J-17/2026');
  await warrant.getByRole('textbox', { name: 'Date' }).fill('02.11.2026');
}

/** The action asked for, and both dates within the category's terms. */
export async function writeLife(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Arrest under national law' }).check();
  await page.getByRole('textbox', { name: 'Expires on' }).fill(inDays(300));
  await page.getByRole('textbox', { name: 'Review of the need on' }).fill(inDays(200));
}

/** The day so many days from now, as an officer types it. */
function inDays(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return [day.getDate(), day.getMonth() + 1, day.getFullYear()].map((part) => String(part).padStart(2, '0')).join('.');
}
