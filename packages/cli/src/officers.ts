import { text } from 'node:stream/consumers';
import type { OfficerParts } from '@entente/node/capabilities/access/index';
import { CommandError, EXIT, type Invocation, type Io } from './command.ts';
import { joinNode } from './joined-database.ts';

/** Runs a command on the node's officers. A refusal is said in words; on a demonstration nothing is changed. */
export async function withOfficers<Answer>(
  io: Io,
  verb: string,
  work: (parts: OfficerParts) => Promise<Answer>,
): Promise<Answer> {
  const access = await import('@entente/node/capabilities/access/index');
  const { loadMembership } = await import('@entente/node/capabilities/membership/index');
  return await joinNode(io, `entente officers ${verb}`, async ({ config, db, clock }) => {
    const membership = await loadMembership(config.profile);
    const { demonstration } = await access.ensureFounded({ db, clock }, config.state);
    if (demonstration && verb !== 'list') {
      throw new CommandError(
        'This node is a demonstration: its invented officers are changed on its page Officers, not from here.',
      );
    }
    return await work({
      db,
      clock,
      passwords: access.createPasswords(),
      limits: membership.limits(),
      by: access.operatorAttribution(`officers ${verb}`),
    });
  });
}

/** The one word a command takes. */
export function onlyWord({ words }: Invocation, what: string): string {
  if (words.length !== 1) throw new CommandError(`name ${what}, and nothing else`, EXIT.usage);
  return words[0]!;
}

/** The password: the first line of standard input where `--password-stdin` is given, or a new one, to be shown once. */
export async function choosePassword({ values }: Invocation, io: Io): Promise<{ password: string; shown: boolean }> {
  if (values['password-stdin']) {
    const password = (await text(io.stdin)).split(/\r?\n/, 1)[0]!;
    return { password, shown: false };
  }
  const { generatePassword } = await import('@entente/node/capabilities/access/index');
  return { password: generatePassword(), shown: true };
}
