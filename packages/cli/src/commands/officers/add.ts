import { type Command, CommandError, EXIT } from '../../command.ts';
import { choosePassword, onlyWord, withOfficers } from '../../officers.ts';

export const command: Command = {
  summary: 'Enter an officer on this node',
  usage: 'NAME --display-name TEXT --authority ID --role ROLE … [--authority-name LANGUAGE=TEXT …] [--password-stdin]',
  details: `
NAME is the sign-in name: small letters, digits, dots and hyphens. Roles are border-officer, contact-point-officer,
reviewer, oversight-officer and administrator; --role may be repeated. An authority that is new to the node needs its
name in the three languages. Without --password-stdin a password is made and printed once. It is on record as done by
the operator.

  entente officers add a.toktarbek --display-name "Aigerim Toktarbek" --role border-officer --authority border-service \\
    --authority-name "en=Border Service" --authority-name "ru=Пограничная служба" --authority-name "zh=边防局"`,
  options: {
    'display-name': { type: 'string' },
    authority: { type: 'string' },
    'authority-name': { type: 'string', multiple: true },
    role: { type: 'string', multiple: true },
    'password-stdin': { type: 'boolean' },
  },
  async run(invocation, io) {
    const { values, json } = invocation;
    const form = {
      name: onlyWord(invocation, "the officer's sign-in name"),
      displayName: String(values['display-name'] ?? ''),
      authority: String(values.authority ?? ''),
      roles: (values.role ?? []) as string[],
      ...readAuthorityNames((values['authority-name'] ?? []) as string[]),
    };
    const { password, shown } = await choosePassword(invocation, io);
    const { addOfficer } = await import('@entente/node/capabilities/access/index');
    const id = await withOfficers(io, 'add', (parts) => addOfficer(parts, { ...form, password }));
    if (json) io.out(`${JSON.stringify({ id, name: form.name, ...(shown && { password }) })}\n`);
    else io.out(`${form.name} is entered.${shown ? ` The password, shown this once: ${password}` : ''}\n`);
    return EXIT.ok;
  },
};

/** `en=…`, `ru=…` and `zh=…`, all of them or none. */
function readAuthorityNames(given: string[]): { authorityNames?: { en: string; ru: string; zh: string } } {
  if (given.length === 0) return {};
  const names = Object.fromEntries(
    given.map((text) => [text.slice(0, Math.max(0, text.indexOf('='))), text.slice(text.indexOf('=') + 1).trim()]),
  );
  const { en, ru, zh, ...others } = names;
  if (!en || !ru || !zh || Object.keys(others).length > 0) {
    throw new CommandError('--authority-name is given three times: en=…, ru=… and zh=…', EXIT.usage);
  }
  return { authorityNames: { en, ru, zh } };
}
