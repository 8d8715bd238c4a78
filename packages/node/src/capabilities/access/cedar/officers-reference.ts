import { ROLES_APART, type RoleRule } from '@entente/contracts/access/role-pairs';
import type { Limits } from '../../membership/index.ts';
import { CHALLENGE_MINUTES, FRESH_MINUTES, MOST_PASSKEYS } from '../rules/passkeys.ts';

const WHY: Record<RoleRule, string> = {
  'oversight-stands-alone': 'who watches is not who acts',
  'administrator-stands-apart': 'who decides who may act does not act himself',
};

/** The part of docs/reference/access.md on officers, their sessions, passwords and passkeys. */
export function describeOfficers({ session, lockOut, signIn }: Limits): string {
  const apart = ROLES_APART.map(
    ({ rule, role, from }) => `| \`${rule}\` | \`${role}\` together with ${listed(from)}: ${WHY[rule]} |`,
  );
  return `## Officers

Administrators enter officers, give them roles and an authority, lock and unlock them, give new passwords and end sessions, on the
page *Officers* or under \`/api/access/officers\`; the operator enters, locks, unlocks and gives passwords with \`entente officers\`. The
same rules hold for both. A rule that forbids is the \`code\` of the problem, and the attempt is on record:

| rule | what it forbids |
|---|---|
| \`own-account\` | changing one's own roles, authority, lock or password as an administrator |
${apart.join('\n')}
| \`last-administrator\` | locking the last administrator who is not locked by hand, or taking the role from him |

A change of roles, authority or password, and an unlocking, rests on the officer's \`revision\`; where he was changed meanwhile, it is
refused with \`officer-changed\`, and \`current\` is what he is now. Locking and ending sessions rest on nothing: they hold whatever was
changed. Records hold the roles and authorities before and after.

## Ways in

A password has at least ${signIn.passwordMinLength} characters. One that an administrator gives is made by the node and shown once, as is
the operator's unless he hands one in; the officer then sets one of his own on *My account*. After ${lockOut.afterFailures} wrong ones the way in closes for
${lockOut.firstMinutes} minute, twice as long with each further one, ${lockOut.longestMinutes} at most. A passkey (WebAuthn) names the officer
by itself and asks for the PIN, finger or face of its device. It is made by the officer himself, within ${FRESH_MINUTES} minutes of signing in,
${MOST_PASSKEYS} at most; it holds for the node's host name and the one address of its console. A challenge is answered once, within
${CHALLENGE_MINUTES} minutes, by the browser that was asked. A passkey opens no account that is locked or closed. An address may try
${signIn.perAddressPerMinute} times a minute, by each way.

## What ends sessions

A session ends ${session.idleMinutes} minutes after the officer was last at work, and after ${session.absoluteMinutes / 60} hours at the latest.

| what is done | which sessions end at once |
|---|---|
| signing out | that one |
| ending one, ending all others, by the officer | that one; all of his but the one he is in |
| locking, other roles, another authority, a new password given, ending all, by an administrator or the operator | all of the officer's |
| setting one's own password | all of his but the one he is in |
| removing a passkey | those begun with it, but the one he is in |
`;
}

function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
