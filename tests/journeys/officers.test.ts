import { expect as atOnce, type CDPSession, type Page, test } from '@playwright/test';
import { signIn } from './officer.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

/** Passwords and signatures take their time where much else is going on. */
const expect = atOnce.configure({ timeout: 20_000 });

/** A device that keeps passkeys and asks for a finger, which is always the right one. */
async function giveAuthenticator(page: Page): Promise<{ client: CDPSession; id: string }> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { client, id: authenticatorId };
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /sessions and sign-out/ }).click();
  await page.getByText('Sign out').click();
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
}

test('an officer is entered, comes in by password, makes a passkey and comes in by it; his trail shows it', async ({
  page,
}) => {
  await signIn(page, 'Administrator');
  await page.getByRole('link', { name: 'Officers' }).click();
  await expect(page.getByRole('row', { name: /Aigerim Toktarbek/ })).toBeVisible();

  await page.getByRole('button', { name: 'Enter an officer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Enter an officer' }).click();
  await expect(dialog.getByText('Choose at least one role.')).toBeVisible();
  await dialog.getByLabel('Name as shown to colleagues').fill('Жұмабек Орынбай');
  await dialog.getByLabel('Sign-in name').fill('Z.Orynbai');
  await dialog.getByLabel('Authority', { exact: true }).selectOption({ label: 'Border Service (invented)' });
  await dialog.getByRole('checkbox', { name: 'Border officer' }).check();
  // The rule that keeps roles apart stands beside the role it closes.
  await expect(dialog.getByRole('checkbox', { name: 'Oversight officer' })).toBeDisabled();
  await expect(dialog.getByText(/who watches is not who acts/)).toBeVisible();
  await expect(dialog.getByText(/who decides who may act does not act/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Enter an officer' }).click();
  await expect(page.getByRole('heading', { name: 'Жұмабек Орынбай is entered' })).toBeVisible();
  const password = await page
    .getByRole('dialog')
    .locator('code')
    .filter({ hasText: /^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/ })
    .textContent();
  await page.getByRole('button', { name: 'I have noted it' }).click();
  await page.getByRole('searchbox', { name: 'Name' }).fill('орынбай');
  await expect(page.getByRole('row', { name: /z\.orynbai/ })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);
  await signOut(page);

  const { client, id } = await giveAuthenticator(page);
  await page.getByRole('textbox', { name: 'Name' }).fill('z.orynbai');
  await page.getByRole('textbox', { name: 'Password' }).fill(password ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText('You have no passkey yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Desk 4');
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await expect(page.getByRole('row', { name: /Desk 4/ })).toBeVisible();
  const { credentials } = await client.send('WebAuthn.getCredentials', { authenticatorId: id });
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'kz.localhost' }]);
  await signOut(page);

  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByRole('table', { name: 'Sessions' }).getByRole('row', { name: /Passkey/ })).toBeVisible();
  const trail = page.getByRole('table', { name: 'My own trail' });
  await expect(trail.getByRole('row', { name: /Signed in.*passkey/ })).toBeVisible();
  await expect(trail.getByRole('row', { name: /Passkey made/ })).toBeVisible();
  await expect(trail.getByRole('row', { name: /Signed in.*method password/ })).toBeVisible();

  await page.getByRole('combobox', { name: 'Event' }).selectOption({ label: 'Passkey made' });
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/event=access\.passkey-registered/);
  await expect(trail.getByRole('row')).toHaveCount(2);

  // What is removed opens nothing any more.
  await page
    .getByRole('row', { name: /Desk 4/ })
    .getByRole('button', { name: 'Remove' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('You have no passkey yet')).toBeVisible();
  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByText('The passkey does not open this node')).toBeVisible();
});

test('two administrators change one officer at once: the second is told, and loses nothing he chose', async ({
  browser,
}) => {
  const first = await (await browser.newContext()).newPage();
  await signIn(first, 'Administrator');
  await first.goto('/officers');
  await first.getByRole('link', { name: 'Daniyar Seitkali' }).click();
  await expect(first.getByRole('checkbox', { name: 'Reviewer' })).toBeVisible();

  const second = await (await browser.newContext()).newPage();
  await signIn(second, 'Administrator');
  await second.goto(new URL(first.url()).pathname);
  await second.getByRole('checkbox', { name: 'Reviewer' }).check();
  await second.getByRole('button', { name: 'Save the roles' }).click();
  await expect(second.getByRole('button', { name: 'Save the roles' })).toHaveCount(0);

  await first.getByRole('checkbox', { name: 'Contact-point officer' }).check();
  await first.getByRole('button', { name: 'Save the roles' }).click();
  await expect(first.getByText('Somebody else has changed this officer meanwhile.')).toBeVisible();
  await expect(first.getByRole('checkbox', { name: 'Contact-point officer' })).toBeChecked();
  await first.getByRole('button', { name: 'Save the roles' }).click();
  await expect(first.getByRole('button', { name: 'Save the roles' })).toHaveCount(0);
  await second.reload();
  await expect(second.getByRole('checkbox', { name: 'Contact-point officer' })).toBeChecked();
  await expect(second.getByRole('checkbox', { name: 'Reviewer' })).not.toBeChecked();

  // The stories told after this one know him as a border officer.
  await second.getByRole('checkbox', { name: 'Contact-point officer' }).uncheck();
  await second.getByRole('button', { name: 'Save the roles' }).click();
  await expect(second.getByRole('button', { name: 'Save the roles' })).toHaveCount(0);
});

test('nobody changes his own account, and a border officer finds no page of officers', async ({ page }) => {
  await signIn(page, 'Administrator');
  await page.goto('/officers');
  await page.getByRole('link', { name: 'Timur Kassenov' }).click();
  await expect(page.getByText('This is your own account.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Administrator' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Lock' })).toHaveCount(0);
  await signOut(page);
  await signIn(page, 'Border officer Aigerim');
  await expect(page.getByRole('link', { name: 'Officers' })).toHaveCount(0);
  await page.goto('/officers');
  await expect(page.getByText('Not open to your role')).toBeVisible();
});
