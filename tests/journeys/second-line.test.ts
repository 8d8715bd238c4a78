import { expect as impatient, type Page, test } from '@playwright/test';
import { NAMESAKE_ZONE } from '../../packages/testkit/src/people/demonstration-people.ts';
import { writeTd3 } from '../../packages/testkit/src/people/zone.ts';
import { deskField, scan, signIn } from './officer.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** The demonstration's travellers pass meanwhile, on a machine that may have little to spare. */
const expect = impatient.configure({ timeout: 20_000 });

/** In an alert to be acted on without a word; invented like everyone here. */
const SEEN_WITHOUT_A_WORD = writeTd3({
  issuer: 'KAZ',
  nationality: 'KAZ',
  family: 'Saparbayev',
  given: 'Olzhas',
  number: 'N15529081',
  birthDate: '1991-04-30',
  sex: 'male',
  expiryDate: '2031-05-20',
});

let address: string;

test('a namesake is taken to the second line by keyboard, with direction and place, and his clock runs', async ({
  page,
}) => {
  await signIn(page, 'Aigerim Toktarbek');
  await page.goto('/desk');
  await scan(page, NAMESAKE_ZONE);
  await expect(page.getByText('A hit is a question, never a verdict')).toBeVisible();
  await expect(page.getByText('Nothing found here asks to hold anybody.')).toBeVisible();

  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'To the second line' });
  await expect(dialog.getByRole('radio', { name: 'Entry' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Choose the direction.')).toBeVisible();
  await expect(dialog.getByRole('radiogroup', { name: 'Direction' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Korday, lane 3');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Open the case' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Second line: N••• S•••/ })).toBeVisible();
  await expect(page.getByText(/2 h 5\d min left/)).toBeVisible();
  address = page.url();
});

test('answers alone verify nobody: the rule is named, and the checklist outlives a reload', async ({ page }) => {
  await signIn(page, 'Aigerim Toktarbek');
  await page.goto(address);
  await finding(page, 'Questions', 'agrees');
  await page.getByRole('radio', { name: 'Same person' }).check();
  await page.getByRole('radio', { name: 'Inform the authority' }).check();
  await giveVerdict(page);
  const refusal = page.getByRole('alert');
  await expect(refusal.getByText('A name or answers verify nobody', { exact: false })).toBeVisible();
  await expect(refusal.getByText('verified-on-name-alone')).toBeVisible();

  await page.reload();
  await expect(group(page, 'Questions').getByRole('radio', { name: 'agrees' })).toBeChecked();
});

test('he is told apart by his document, goes on, and is known next time', async ({ page }) => {
  await signIn(page, 'Aigerim Toktarbek');
  await page.goto(address);
  await finding(page, 'Document', 'differs');
  await page.getByRole('textbox', { name: 'Note: Document' }).fill('Born four years later, another father');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('radio', { name: 'Not the same' }).check();
  await expect(page.getByRole('textbox', { name: 'Why no action was taken' })).toHaveValue('Another person.');
  for (const other of await page.getByRole('group', { name: 'The same for these too' }).getByRole('checkbox').all()) {
    await other.check();
  }
  await giveVerdict(page);
  await expect(page.getByText('Closed', { exact: true })).toBeVisible();
  await expect(page.getByText(/Stopped after/)).toBeVisible();

  await page.goto('/desk');
  await scan(page, NAMESAKE_ZONE);
  await expect(page.getByText(/^Told apart before, on \d{1,2} \w+ \d{4}/).first()).toBeVisible();
  await page.getByRole('link', { name: 'See the case' }).first().click();
  await expect(page).toHaveURL(address);
});

test('the notice to the person prints on one sheet in three languages, and says nothing of any list or alert', async ({
  page,
}) => {
  await signIn(page, 'Aigerim Toktarbek');
  await page.goto(`${address}/notice`);
  for (const [language, title] of [
    ['English', 'Notice to the person'],
    ['Русский', 'Уведомление'],
    ['中文', '告知书'],
  ] as const) {
    await page.getByRole('button', { name: language }).click();
    const sheet = page.getByRole('article');
    await expect(sheet.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(sheet.getByText('Korday, lane 3')).toBeVisible();
    await expect(sheet).not.toContainText(/Sarybaev|Сарыбаев|DMi|demonstration list/i);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
});

test('an alert to be acted on without a word cannot be read over the counter', async ({ page }) => {
  await signIn(page, 'Aigerim Toktarbek');
  await page.goto('/desk');
  const mark = page.getByRole('button', { name: /^Reference of the check/ });
  await expect(mark).toHaveAccessibleName(/square$/);
  const before = await mark.boundingBox();
  // The demonstration's alerts come into force while the desk already answers.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await scan(page, SEEN_WITHOUT_A_WORD);
    await expect(mark).toHaveAccessibleName(/diamond$/, { timeout: 2_000 });
  }).toPass();
  await expect(page.getByText('No hit', { exact: true })).toBeVisible();
  await expect(page.getByText(/without a word|discreet|Saparbayev.*alert/i)).toHaveCount(0);
  expect((await mark.boundingBox())?.width).toBe(before?.width);

  await mark.click();
  await expect(page.getByText('Report without a word')).toHaveCount(0);
  await page.keyboard.down('F8');
  const note = page.getByRole('dialog', { name: 'Reference of the check' });
  await expect(note.getByText('The person notices nothing and is not delayed.', { exact: false })).toBeVisible();
  await page.keyboard.up('F8');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(deskField(page)).not.toHaveValue('');
});

test('a shift goes from hand to hand, and both officers sign', async ({ page }) => {
  await signIn(page, 'Aigerim Toktarbek');
  await page.goto('/shift');
  await page.getByRole('textbox', { name: 'Place' }).fill('Korday, lane 3');
  await page.getByRole('textbox', { name: 'Outages' }).fill('Scanner of lane 3 since 06:40');
  await page.getByRole('textbox', { name: 'Notes' }).fill('Lane 2 opens at noon.');
  await page.getByRole('button', { name: 'Sign and hand over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign and hand over' }).click();
  await expect(page.getByText('Awaits signature')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take the shift over' })).toHaveCount(0);

  await page.context().clearCookies();
  await signIn(page, 'Daniyar Seitkali');
  await page.goto('/shift');
  await expect(page.getByText('Scanner of lane 3 since 06:40')).toBeVisible();
  await page.getByRole('button', { name: 'Take the shift over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the shift over' }).click();
  await expect(page.getByText('Both signed')).toBeVisible();
  await expect(page.getByText(/Taken over: Daniyar Seitkali/)).toBeVisible();
});

test('oversight sees who searched how much, and opens one question for a reason', async ({ page }) => {
  await signIn(page, 'Saule Abenova');
  await page.goto('/searches');
  const officers = page.getByRole('table', { name: 'By officer' });
  await expect(officers.getByRole('row', { name: /Aigerim Toktarbek/ })).toBeVisible();
  await expect(page.getByText('Not the same')).toBeVisible();

  await page.goto('/audit?event=screening.checked');
  await page.getByRole('row').filter({ hasText: 'Check at the desk' }).first().getByRole('link').first().click();
  const check = await page.getByText(/^check [0-9a-f-]{36}$/).textContent();
  await page.goto('/searches');
  await page.getByRole('textbox', { name: 'Number of the check' }).fill(check?.split(' ')[1] ?? '');
  await page.getByRole('button', { name: 'Open the question' }).click();
  await expect(page.getByText('Give the reason: at least 10 characters.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Complaint 14/2026 about a search at the desk');
  await page.getByRole('button', { name: 'Open the question' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open the question' }).click();
  await expect(page.getByText('The question as it was asked')).toBeVisible();
});

function group(page: Page, item: string) {
  return page.getByRole('radiogroup', { name: item });
}

async function finding(page: Page, item: string, what: string): Promise<void> {
  await group(page, item).getByRole('radio', { name: what }).check();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

/** Gives the verdict chosen, past the question that names its consequence. */
async function giveVerdict(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Give the verdict' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Give the verdict' }).click();
}
