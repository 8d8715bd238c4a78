import { expect, test } from '@playwright/test';
import { deskField, signIn } from './officer.ts';

/** What arrives at a desk by mistake or malice. Each gets an answer or a clear word, and the desk goes on. */
const INPUTS: Record<string, string> = {
  'a broken zone': 'P<KAZ?????<<<<\nN13370562',
  'a zone of fillers': `${'<'.repeat(44)}\n${'<'.repeat(44)}`,
  'a name of 10,000 characters': 'Абу '.repeat(2500),
  'zero-width and right-to-left marks': 'Zh\u200ba\u202eni\u200fbek\u2066 Shyngysbaev',
  'mixed scripts in one word': 'Жаnibek Шынgysbaev',
  'a name of combining marks alone': '\u0301'.repeat(500),
  markup: '<img src=x onerror=alert(1)>',
  'a null and control characters': 'Zhanibek\u0000\u0007 Shyngysbaev',
  'an emoji': '👤👤👤',
};

for (const [name, text] of Object.entries(INPUTS)) {
  test(`the desk answers ${name} and goes on`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => faults.push(dialog.message()));
    await signIn(page, 'Border officer Daniyar');
    await deskField(page).fill(text);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(
      page
        .getByText(/^(Not readable|No hit|Hit|Possible hit)$/)
        .or(page.getByRole('alert'))
        .first(),
    ).toBeVisible();
    await deskField(page).fill('Zhanibek Shyngysbaev');
    await page.keyboard.press('Enter');
    await expect(page.getByText('INi.00002').first()).toBeVisible();
    expect(faults).toEqual([]);
  });
}
