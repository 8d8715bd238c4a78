import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { signIn } from './officer.ts';

/** Each language and both schemes: words make a page overflow, colours make it illegible, and neither the other. */
const LOOKS = [
  { language: 'en', locale: 'en-GB', scheme: 'light' },
  { language: 'ru', locale: 'ru-RU', scheme: 'dark' },
  { language: 'zh', locale: 'zh-CN', scheme: 'light' },
] as const;
/** How far the page is wider than its window, in CSS pixels. */
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** Stands for the page of the alert the list begins with. */
const FIRST_ALERT = '/alerts/…';
const PAGES: Record<string, { officer: RegExp; paths: string[] }> = {
  'a border officer': {
    officer: /Daniyar Seitkali/,
    paths: ['/', '/desk', '/passenger-lists', '/second-line', '/shift', '/lists', '/sessions'],
  },
  'a contact-point officer': {
    officer: /Madina Ospanova/,
    paths: ['/alerts', FIRST_ALERT, '/alerts/new', '/alerts/figures', '/cases', '/asks'],
  },
  'a contact-point officer who keeps the lists': {
    officer: /Madina Ospanova/,
    paths: ['/lists', '/lists/import', '/lists/entries', '/lists/invented/entries/9900002'],
  },
  'an oversight officer': { officer: /Saule Abenova/, paths: ['/audit', '/searches', '/nodes'] },
  'an administrator': {
    officer: /Timur Kassenov/,
    paths: ['/nodes', '/officers', '/officers/5f2a8d60-9e14-4b3c-a7d8-1c0e5b94f613', '/account'],
  },
};

// Each walks several pages at two widths, with every rule of accessibility on each.
test.describe.configure({ timeout: 120_000 });

for (const { language, locale, scheme } of LOOKS) {
  test.describe(`in ${language}, ${scheme}`, () => {
    test.use({ locale, colorScheme: scheme });

    for (const [who, { officer, paths }] of Object.entries(PAGES)) {
      test(`every page of ${who} is accessible, fits its window and breaks nothing`, async ({ page }) => {
        const faults = watch(page);
        await page.goto('/');
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await examine(page);
        await page.getByRole('button', { name: officer }).click();
        await expect(page.getByRole('navigation').first()).toBeVisible();
        for (const path of paths) {
          await page.goto(path === FIRST_ALERT ? await firstAlert(page) : path);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await page.waitForLoadState('networkidle').catch(() => undefined);
          await examine(page);
          await statePurpose(page);
          await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
        }
        expect(faults).toEqual([]);
      });
    }
  });
}

test('signing in by password with a wrong word says what to do and tells nothing more', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Name' }).fill('nobody');
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The name and the password do not open this node')).toBeVisible();
});

test('a deep link survives signing in, and the back button walks the pages', async ({ page }) => {
  await page.goto('/lists');
  await page.getByRole('button', { name: /Daniyar Seitkali/ }).click();
  await expect(page).toHaveURL(/\/lists$/);
  await page.getByRole('link', { name: 'Desk' }).click();
  await expect(page).toHaveURL(/\/desk$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/lists$/);
});

test('signing out ends the session at once', async ({ page }) => {
  await signIn(page, 'Border officer Daniyar');
  await page.getByRole('button', { name: /sessions and sign-out/ }).click();
  await page.getByText('Sign out').click();
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
  await page.goto('/desk');
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
});

/**
 * An officer of several purposes is asked for one before the first page with personal data: the likeliest is offered. What leaves the
 * country is asked for in a case alone.
 */
async function statePurpose(page: Page): Promise<void> {
  const choice = page.getByRole('main').getByRole('combobox').first();
  if ((await choice.count()) === 0) return;
  const offered = await choice.inputValue();
  if (offered === 'criminal-investigation') await page.getByRole('main').getByRole('textbox').fill('KZ-2026-000004');
  else if (!offered.includes('management')) return;
  await page.getByRole('main').locator('button[type=submit]').click();
  await page.waitForLoadState('networkidle');
  await examine(page);
}

async function firstAlert(page: Page): Promise<string> {
  const link = page.getByRole('main').getByRole('table').getByRole('link').first();
  return (await link.getAttribute('href')) ?? '';
}

/** Errors of the page and of its content-security policy. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return faults;
}

async function examine(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate<number>(OVERFLOW);
    expect(overflow, `${page.url()} at ${width}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}
