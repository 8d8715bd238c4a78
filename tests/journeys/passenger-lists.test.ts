import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import {
  CLEAN_TRAVELLER_ZONE,
  LISTED_BY_ORIGINAL_SCRIPT,
  LISTED_NAMESAKE,
} from '../../packages/testkit/src/people/demonstration-people.ts';
import { scan, signIn } from './officer.ts';

/** Invented people whom nobody seeks. */
const crowd = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `Нигдекин${at.toString(36)};Никто;1${950 + (at % 50)}-02-03;м;KAZ;QX${1000000 + at}`,
  );
const [family, given] = LISTED_BY_ORIGINAL_SCRIPT.original.split(' ');
const HEAD = 'Фамилия;Имя;Родился;Пол;Гражданство;Паспорт';
const listed = `${family};${given};17.03.1984;м;Казахстан;N1`;
const namesake = `${LISTED_NAMESAKE.family};${LISTED_NAMESAKE.given};02.11.1959;м;Казахстан;N05518230`;

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('an officer corrects how columns are read, checks a bus, takes a hit to the second line and erases the list', async ({
  page,
}) => {
  await signIn(page, 'Border officer Daniyar');
  await page.getByRole('link', { name: 'Passenger lists' }).click();
  await expect(page.getByText('No list stands')).toBeVisible();
  await choose(page, 'bus-17.csv', [HEAD, ...crowd(12), listed, 'Кто-то;Ещё;31.02.1971;м;KAZ;N2', namesake].join('\n'));
  await expect(page.getByText('A table: 15 people to check, every row read.')).toBeVisible();

  // A title that is not known: he says what the column holds, and the reading follows.
  await page.getByRole('combobox', { name: 'Take Родился for' }).selectOption('Date of birth');
  await expect(page.getByText('A table: 14 people to check, 1 row not read.')).toBeVisible();
  await expect(page.getByText('“31.02.1971” is no date of birth that can be read.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Check 14 people' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'bus-17.csv' })).toBeVisible();
  await expect(page.getByText('2 travellers may be meant')).toBeVisible();
  await expect(page.getByText('A hit is a question, never a verdict', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('1 row is not checked')).toBeVisible();
  await page.getByRole('textbox', { name: 'Find by name, number or line' }).fill(LISTED_NAMESAKE.family);
  await expect(page.locator('[data-candidate]')).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Find by name, number or line' }).fill('');
  await expect(page.locator('[data-candidate]')).toHaveCount(2);

  // By keyboard alone: to the first hit, open, take it to the second line.
  await page.locator('[data-candidate]').first().focus();
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'To second line' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Entry' }).check();
  await dialog.getByRole('textbox').fill('Invented crossing');
  await dialog.getByRole('button', { name: 'To second line' }).click();
  await expect(page.getByRole('link', { name: 'Open the case' })).toBeVisible();

  await page.getByRole('button', { name: 'Close and erase' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close and erase' }).click();
  await expect(page.getByText('No list stands')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('This list is not here, or has been erased')).toBeVisible();
});

test('500 people are checked while the desk answers: a traveller is told clean before the list ends', async ({
  browser,
  page,
}) => {
  await signIn(page, 'Border officer Daniyar');
  await page.goto('/passenger-lists');
  await choose(page, 'flight.csv', [HEAD, ...crowd(500)].join('\n'));
  const colleague = await browser.newPage({ baseURL: test.info().project.use.baseURL! });
  await signIn(colleague, 'Border officer Aigerim');
  await colleague.goto('/desk');
  await page.getByRole('button', { name: 'Check 500 people' }).click();
  await expect(page.getByText(/^\d+ of 500 checked/)).toBeVisible();
  await scan(colleague, CLEAN_TRAVELLER_ZONE);
  await expect(colleague.getByText('No hit', { exact: true })).toBeVisible();
  // The list is still under way when the desk has its answer.
  expect(await page.getByRole('button', { name: 'Stop checking' }).isVisible()).toBe(true);
  await expect(page.getByText('Nobody on the list is met')).toBeVisible({ timeout: 120_000 });
  await colleague.close();
});

test('a list in Windows-1251 is not guessed: the officer names the encoding and sees the names come right', async ({
  page,
}) => {
  await signIn(page, 'Border officer Daniyar');
  await page.goto('/passenger-lists');
  // «Имя;Пол», «Иван Иванов;м» in Windows-1251.
  const bytes = [
    0xc8, 0xec, 0xff, 0x3b, 0xcf, 0xee, 0xeb, 0x0a, 0xc8, 0xe2, 0xe0, 0xed, 0x20, 0xcd, 0xe8, 0xea, 0xf2, 0xee,
  ];
  await choose(page, 'train.csv', Buffer.from([...bytes, 0x3b, 0xec, 0x0a]));
  await expect(page.getByText('The letters of this file cannot be told')).toBeVisible();
  await page
    .getByRole('combobox', { name: 'Encoding of the text' })
    .selectOption({ label: 'Windows-1251 (кириллица)' });
  await expect(page.getByRole('cell', { name: 'Иван Никто' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check 1 person' })).toBeEnabled();
  await page.getByRole('button', { name: 'Leave this file' }).click();
  await expect(page.getByRole('button', { name: 'Check 1 person' })).toBeHidden();
});
