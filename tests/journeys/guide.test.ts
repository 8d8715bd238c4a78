import { AxeBuilder } from '@axe-core/playwright';
import { expect as atOnce, type Page, test } from '@playwright/test';
import { deskField } from './officer.ts';
import { RunningNode } from './running-node.ts';

const PORT = 9184;
const node = new RunningNode(PORT);

/** A step is ticked within seconds; a node that starts beside it takes its time. */
const expect = atOnce.configure({ timeout: 20_000 });

/** A browser nobody has worked in before, on a demonstration nobody has tried before. */
test.use({ baseURL: `http://kz.localhost:${PORT}`, storageState: { cookies: [], origins: [] } });
test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await node.start('--travellers', '40');
});
test.afterAll(async () => {
  await node.stop();
  node.remove();
});

const guideOf = (page: Page) => page.getByRole('complementary', { name: 'Guide' });

/** Becomes the officer the next step is done as. */
async function become(page: Page, name: string): Promise<void> {
  await expect(guideOf(page).getByText(`As ${name}`, { exact: false })).toBeVisible();
  await guideOf(page).getByRole('button', { name: 'Act as this officer' }).click();
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
}

async function done(page: Page, steps: number): Promise<void> {
  await expect(guideOf(page).getByRole('status')).toHaveText(`${steps} of 8 done`);
  await expect(guideOf(page).getByRole('listitem').filter({ hasText: 'Done' })).toHaveCount(steps);
}

test('a newcomer is led from the sign-in page to the last tick, each step read from what the node has recorded', async ({
  page,
}) => {
  await page.goto('/');
  const guide = guideOf(page);
  const main = page.getByRole('main');
  await expect(guide.getByText('Every person you meet in it is invented.')).toBeVisible();
  // The invented alerts are entered first, through the interface, as officers would.
  await expect(guide.getByRole('listitem').first()).toBeVisible({ timeout: 120_000 });
  await done(page, 0);

  await become(page, 'Aigerim Toktarbek');
  await expect(page).toHaveURL(/\/desk$/);
  await expect(guide.getByRole('listitem').first()).toHaveAttribute('aria-current', 'step');
  await guide.getByRole('button', { name: 'Put it in the field' }).click();
  await expect(main.getByText('No hit', { exact: true })).toBeVisible();
  await done(page, 1);

  await guide.getByRole('button', { name: 'Put it in the field' }).click();
  await expect(deskField(page)).toHaveValue(/SHYNGYSBAEV/);
  await expect(main.getByText('Hit', { exact: true })).toBeVisible();
  await expect(main.getByText('same in Latin letters').first()).toBeVisible();
  await done(page, 2);
  expect(page.url()).not.toMatch(/SHYNGYSBAEV/i);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toMatch(
    /SHYNGYSBAEV|N13370562/i,
  );

  await guide.getByRole('button', { name: 'Put it in the field' }).click();
  await expect(deskField(page)).toHaveValue(/SARYBAEV/);
  await expect(main.getByText('Possible hit', { exact: true }).first()).toBeVisible();
  await main.getByRole('button', { name: 'To second line' }).click();
  const referral = page.getByRole('dialog');
  await referral.getByRole('radio', { name: 'Entry' }).check();
  await referral.getByRole('textbox', { name: 'Place' }).fill('Korday, lane 1');
  await referral.getByRole('button', { name: 'To second line' }).click();
  await done(page, 3);

  await guide.getByRole('link', { name: 'Take me there' }).click();
  await main.getByRole('link', { name: /KAZ, 1963/ }).click();
  await main.getByRole('radiogroup', { name: 'Document' }).getByRole('radio', { name: 'differs' }).check();
  await main.getByRole('radio', { name: 'Not the same' }).check();
  await main.getByRole('button', { name: 'Give the verdict' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Give the verdict' }).click();
  await done(page, 4);

  await expect(guide.getByText('This ends the session of Aigerim Toktarbek first.')).toBeVisible();
  await become(page, 'Madina Ospanova');
  await guide.getByRole('button', { name: 'Write this draft for me' }).click();
  await main.getByRole('button', { name: 'Submit for review' }).click();
  await expect(main.getByRole('alert').getByText('no-ground-of-speech')).toBeVisible();
  await expect(main.getByRole('alert').getByText('no-violent-act')).toBeVisible();
  await expect(main.getByRole('alert').getByText('2 rules stand in the way')).toBeVisible();
  await done(page, 5);

  await become(page, 'Yerlan Zhaksylyk');
  await main
    .getByRole('row', { name: /N19005521/ })
    .getByRole('link')
    .click();
  await main.getByRole('button', { name: 'Review', exact: true }).click();
  await main.getByRole('radio', { name: /^Approve/ }).check();
  const reasons = guide.locator('q');
  await main.getByRole('textbox', { name: 'Reasons' }).fill((await reasons.textContent()) ?? '');
  await main.getByRole('button', { name: 'Approve: it comes into force' }).click();
  await done(page, 6);

  await become(page, 'Aigerim Toktarbek');
  await main.getByRole('link', { name: /KAZ, 1963/ }).click();
  await main.getByRole('link', { name: 'Notice to the person' }).click();
  await expect(main.getByRole('button', { name: 'Print' })).toBeEnabled();
  await done(page, 7);

  await become(page, 'Saule Abenova');
  await expect(main.getByRole('row', { name: /Aigerim Toktarbek/ }).first()).toBeVisible();
  await expect(main.getByText(/SARYBAEV|Sarybaev/)).toHaveCount(0);
  await done(page, 8);
  await expect(guide.getByRole('heading', { name: 'What to try next' })).toBeVisible();
});

test('what was done stays ticked for whoever comes next, and the rest of the demonstration is offered', async ({
  page,
}) => {
  await page.goto('/');
  const guide = guideOf(page);
  const main = page.getByRole('main');
  await done(page, 8);
  await expect(guide.getByText('40 of 40 invented travellers have passed beside you', { exact: false })).toBeVisible();
  await become(page, 'Aigerim Toktarbek');
  const check = async (scene: RegExp) => {
    await guide.getByRole('button', { name: 'Put it in the field', description: scene }).click();
  };
  await check(/a man wanted for a bombing/i);
  await expect(main.getByText('Arrest under national law').first()).toBeVisible();
  await check(/woman whose identity/i);
  await expect(main.getByText(/used only to clear|use it only to clear|victim/i).first()).toBeVisible();
  await check(/reported stolen/i);
  await expect(main.getByText('Verify, do not detain').first()).toBeVisible();
  await check(/plate of a stolen car/i);
  // A plate is no zone: the officer ends it with Enter, once it stands in the field, as he would end what he typed.
  const field = main.getByRole('textbox', { name: 'Passport zone' });
  await expect(field).toHaveValue('417 KBT 02');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(main.getByText('Seize').first()).toBeVisible();
  await check(/the lost passport under review/i);
  await expect(field).toHaveValue('N19005521');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(main.getByText('N19005521').first()).toBeVisible();
  await expect(main.getByText('Verify, do not detain').first()).toBeVisible();
});

test('the guide folds to a tab by keyboard, stays folded, and nothing else is remembered', async ({ page }) => {
  await page.goto('/');
  const guide = guideOf(page);
  await guide.getByRole('button', { name: 'Fold the guide' }).focus();
  await page.keyboard.press('Enter');
  const tab = guide.getByRole('button', { name: /^Guide/ });
  await expect(tab).toBeFocused();
  await expect(guide.getByRole('list')).toHaveCount(0);
  await page.reload();
  await expect(tab).toBeVisible();
  await expect(tab).toContainText('8/8');
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'entente.guide': 'folded' });
  await tab.press('Enter');
  await expect(guide.getByRole('button', { name: 'Fold the guide' })).toBeFocused();
});

test('the guide has its room before it is there: nothing of the page moves when it arrives', async ({ page }) => {
  const held = Promise.withResolvers<void>();
  await page.route('**/api/demonstration/guide', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto('/');
  const guide = guideOf(page);
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
  const before = await guide.boundingBox();
  held.resolve();
  await expect(guide.getByRole('listitem').first()).toBeVisible();
  expect(await guide.boundingBox()).toEqual(before);
});

test('on a narrow page it is a tab that opens over the page, and closes by what is done in it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  const guide = guideOf(page);
  await guide.getByRole('button', { name: /^Guide/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Guide to the demonstration' });
  await expect(sheet.getByRole('list', { name: 'Steps of the guide' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(guide.getByRole('button', { name: /^Guide/ })).toBeFocused();
  await guide.getByRole('button', { name: /^Guide/ }).click();
  await sheet.getByRole('button', { name: 'Act as this officer' }).click();
  await expect(deskField(page)).toBeVisible();
  await guide.getByRole('button', { name: /^Guide/ }).click();
  await sheet.getByRole('button', { name: 'Put it in the field', description: /reported stolen/i }).click();
  await expect(sheet).toBeHidden();
  await expect(deskField(page)).toHaveValue(/ISKAKOV/);
  await expect(deskField(page)).toBeFocused();
});

for (const { language, locale, scheme } of [
  { language: 'en', locale: 'en-GB', scheme: 'dark' },
  { language: 'ru', locale: 'ru-RU', scheme: 'light' },
  { language: 'zh', locale: 'zh-CN', scheme: 'dark' },
] as const) {
  test.describe(`in ${language}, ${scheme}`, () => {
    test.use({ locale, colorScheme: scheme });

    test('the open guide is accessible', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('complementary').last().getByRole('list').first().getByRole('listitem')).toHaveCount(
        8,
      );
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  });
}
