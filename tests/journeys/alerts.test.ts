import { expect, test } from '@playwright/test';
import { beginDraft, goOn, openAlerts, writeLife, writePerson, writeWarrant } from './alert-form.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const WANTED = { original: 'Журналбеков Ерасыл Тимурович', latin: 'Yerassyl Zhurnalbekov', born: '14.03.1984' };

test('an extremism alert over a newspaper article is refused with the rule named', async ({ page }) => {
  await openAlerts(page, 'Madina Ospanova');
  await beginDraft(page, 'Wanted for arrest');
  await writePerson(page, { original: 'Мақалаев Дәурен', latin: 'Dauren Makalayev', born: '1979' });
  await goOn(page, 'Description and warnings');
  await goOn(page, 'Ground');
  await writeWarrant(page);
  await page.getByRole('radio', { name: 'Extremism' }).check();
  await page.getByRole('combobox', { name: 'Definition relied on' }).selectOption('extremism-2001');
  await page.getByRole('textbox', { name: 'Article of criminal law' }).fill('Criminal Code (invented), article 405');
  await page
    .getByRole('textbox', { name: 'What is alleged' })
    .fill('Wrote an article in a newspaper against the mayor.');
  await page.getByRole('radio', { name: 'A publication or speech' }).check();
  await expect(page.getByText('A publication or speech is no ground for an alert.').first()).toBeVisible();
  await goOn(page, 'Action and dates');
  await writeLife(page);
  await goOn(page, 'Check and submit');
  await page.getByRole('button', { name: 'Submit for review' }).click();

  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByText('no-ground-of-speech')).toBeVisible();
  await expect(summary.getByText('International Covenant on Civil and Political Rights, art. 19(2)')).toBeVisible();
  await summary.getByRole('button', { name: 'A publication or speech is no ground for an alert.' }).click();
  await expect(page.getByRole('radio', { name: 'An act of violence' })).toBeFocused();
});

let alert: string;

test('a lawful alert is written in steps, loses nothing by a reload, and its author cannot review it', async ({
  page,
}) => {
  await openAlerts(page, 'Gulnar Alimkhanova');
  alert = await beginDraft(page, 'Wanted for arrest');
  await writePerson(page, { ...WANTED, born: '31.02.1984' });
  await page.getByRole('textbox', { name: 'To, if a range' }).focus();
  await expect(page.getByText('No such date.')).toBeVisible();
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Name in the original script' })).toHaveValue(WANTED.original, {
    timeout: 20_000,
  });
  await expect(page.getByRole('textbox', { name: 'Birth date' }).first()).toHaveValue('31.02.1984');
  await page.getByRole('textbox', { name: 'Birth date' }).first().fill(WANTED.born);
  await expect(page.getByText('14 Mar 1984')).toBeVisible();

  await goOn(page, 'Description and warnings');
  await page.getByRole('checkbox', { name: 'Armed' }).check();
  await goOn(page, 'Ground');
  await writeWarrant(page);
  await page.getByRole('radio', { name: 'Ordinary offence' }).check();
  await page.getByRole('combobox', { name: 'Definition relied on' }).selectOption('national-criminal-law');
  await page.getByRole('textbox', { name: 'Article of criminal law' }).fill('Criminal Code (invented), art. 192');
  await page.getByRole('textbox', { name: 'What is alleged' }).fill('Armed robbery of a shop; the owner was wounded.');
  await page.getByRole('radio', { name: 'Other conduct that the law punishes' }).check();
  await goOn(page, 'Action and dates');
  await writeLife(page);
  await goOn(page, 'Check and submit');
  await page.getByRole('button', { name: 'Submit for review' }).click();

  await expect(page).toHaveURL(new RegExp(`/alerts/${alert}$`));
  await expect(page.getByText('In review', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review', exact: true })).toBeHidden();
  await page.goto(`/alerts/${alert}/review`);
  await expect(page.getByText('Who wrote a version does not review it')).toBeVisible();
  await expect(page.getByRole('radio', { name: /Approve/ })).toBeHidden();
});

test('a reviewer answers the five questions and the alert comes into force', async ({ page }) => {
  await openAlerts(page, 'Yerlan Zhaksylyk', `/alerts/${alert}`);
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByRole('radio', { name: /^Approve/ }).check();
  await page.getByRole('textbox', { name: 'Reasons' }).fill('Warrant and identity compared with the file; they agree.');
  await page.getByRole('button', { name: 'Approve: it comes into force' }).click();
  await expect(
    page.getByText('Each question of the neutrality review is answered with reasons.').first(),
  ).toBeVisible();

  const answers: Record<string, 'Yes' | 'No'> = {
    'Does the alert rest on conduct alone?': 'Yes',
    'Is refugee status or a protection claim known?': 'No',
    'Could the death penalty be imposed?': 'No',
    'Are there grounds to fear torture?': 'No',
    'Is the conduct an offence in the other members too?': 'Yes',
  };
  for (const [question, answer] of Object.entries(answers)) {
    await page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer }).check();
    await page.getByRole('textbox', { name: `Why: ${question}` }).fill('By the file and the law cited in it.');
  }
  await page.getByRole('button', { name: 'Approve: it comes into force' }).click();
  await expect(page).toHaveURL(new RegExp(`/alerts/${alert}$`));
  await expect(page.getByText('In force', { exact: true }).first()).toBeVisible();
});

test('the list finds it by its name in either script until it is withdrawn', async ({ page }) => {
  await openAlerts(page, 'Madina Ospanova');
  for (const name of [WANTED.original, WANTED.latin]) {
    await page.getByRole('textbox', { name: 'Reference, name or number' }).fill(name);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/text=/);
    await expect(page.getByRole('row', { name: new RegExp(WANTED.original) })).toBeVisible();
  }
  await page
    .getByRole('row', { name: new RegExp(WANTED.original) })
    .getByRole('link')
    .click();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Withdraw the alert' }).click();
  await expect(dialog.getByText('Choose why.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Its legal basis fell away' }).check();
  await dialog.getByRole('textbox', { name: 'Reasons' }).fill('The court cancelled the warrant.');
  await dialog.getByRole('button', { name: 'Withdraw the alert' }).click();
  await expect(page.getByText('Withdrawn', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Amend' })).toBeHidden();
});

test('two officers who write one draft at once both keep their words', async ({ page, browser }) => {
  await openAlerts(page, 'Madina Ospanova');
  const draft = await beginDraft(page, 'Object sought', 'Vehicle');
  await expect(page).toHaveURL(/edit/);
  const colleague = await browser.newPage();
  await openAlerts(colleague, 'Berik Nurmagambetov', `/alerts/${draft}/edit`);
  await colleague.getByRole('textbox', { name: 'Colour' }).fill('Grey');
  await colleague.getByRole('textbox', { name: 'Plate' }).fill('777 BNM 02');
  await colleague.getByRole('textbox', { name: 'Model' }).focus();
  await expect(colleague.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

  await page.getByRole('textbox', { name: 'Plate' }).fill('777 BNA 02');
  await page.getByRole('textbox', { name: 'Make' }).fill('Lada');
  await page.getByRole('textbox', { name: 'Model' }).focus();
  const conflict = page.getByRole('region', { name: /Berik Nurmagambetov saved this draft too/ });
  await expect(conflict).toBeVisible();
  await conflict
    .getByRole('radiogroup', { name: 'Plate' })
    .getByRole('radio', { name: /My colleague’s/ })
    .check();
  await conflict.getByRole('button', { name: 'Save what is chosen' }).click();
  await expect(conflict).toBeHidden();
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Plate' })).toHaveValue('777 BNM 02', { timeout: 20_000 });
  await expect(page.getByRole('textbox', { name: 'Make' })).toHaveValue('Lada');
  await expect(page.getByRole('textbox', { name: 'Colour' })).toHaveValue('Grey');
  await colleague.close();
});

test('a filter kept under a name is taken up again and deleted', async ({ page }) => {
  await openAlerts(page, 'Madina Ospanova');
  await page.getByRole('combobox', { name: 'Status' }).selectOption('in-force');
  await page.getByRole('combobox', { name: 'Expires' }).selectOption('30');
  await page.getByRole('button', { name: 'Save these filters' }).click();
  await page.getByRole('textbox', { name: 'Name of the filter' }).fill('Soon to expire');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(page).toHaveURL(/\/alerts$/);
  await page.getByRole('button', { name: '1 saved filter' }).click();
  await page.getByRole('menuitem', { name: 'Soon to expire', exact: true }).click();
  await expect(page).toHaveURL(/status=in-force&expires=30|expires=30&status=in-force/);
  await page.getByRole('button', { name: '1 saved filter' }).click();
  await page.getByRole('menuitem', { name: 'Delete “Soon to expire”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: '1 saved filter' })).toBeHidden();
});
