import { expect, type Page } from '@playwright/test';

/** Signs in with one click as the invented officer of that name and waits for the first page. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
}

/** The desk's one field. */
export function deskField(page: Page) {
  return page.getByRole('textbox', { name: 'Passport zone, name or number' });
}

/** Types as a keyboard-wedge scanner does: line by line, each ended by Enter. */
export async function scan(page: Page, zone: string): Promise<void> {
  await expect(deskField(page)).toBeFocused();
  for (const line of zone.split('\n')) {
    await page.keyboard.insertText(line);
    await page.keyboard.press('Enter');
  }
}
