import { expect, type Page } from '@playwright/test';
import { beginning, say } from './words.ts';

/** A step is ticked within seconds of what was done; rounds of witnessing take ten. */
const PATIENCE = { timeout: 45_000 };

/** The guide beside every page of the demonstration. */
export function guideOf(page: Page) {
  return page.getByRole('complementary', { name: say('guide.label') });
}

/** Opens a step by its name, where it is not open; a tick that comes meanwhile opens the next one and moves the list. */
export async function openStep(page: Page, name: string): Promise<void> {
  const line = guideOf(page).getByRole('button', { name: beginning(name) });
  await expect(async () => {
    if ((await line.getAttribute('aria-expanded')) !== 'true') await line.click();
    await expect(line).toHaveAttribute('aria-expanded', 'true', { timeout: 1_000 });
  }).toPass();
}

/** Becomes the officer the open step is done as. */
export async function actAs(page: Page, name: string): Promise<void> {
  await expect(guideOf(page).getByText(say('guide.as', { name, role: '' }).trim())).toBeVisible();
  await guideOf(page)
    .getByRole('button', { name: say('guide.become') })
    .click();
  await expect(page.getByRole('navigation', { name: say('shell.rail') })).toBeVisible();
}

/** Waits until the node's log says that a step was done. */
export async function ticked(page: Page, name: string): Promise<void> {
  const step = guideOf(page).getByRole('listitem').filter({ hasText: name });
  await expect(step.getByText(say('guide.state.done'), { exact: true })).toHaveCount(1, PATIENCE);
}

/** Presses a button of the guide, of which there is one. */
export async function press(page: Page, name: string): Promise<void> {
  await guideOf(page).getByRole('button', { name, exact: true }).first().click();
}
