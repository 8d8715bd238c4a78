import type { KeyView, MemberView, NodeView, RegisterView } from '@entente/crypto/act/register-view';
import { toText } from './to-text.ts';
import type { VerifiedRegister } from './verify-register.ts';

/** What a person is told about a register file that verifies. */
export function describeVerified({ decidedAt, ...view }: VerifiedRegister): string {
  const { organisation, head, pin } = view;
  return toText([
    `The register of ${organisation} verifies from the pinned founding act to act ${head.number}: it is valid to there.`,
    'Whether a later act exists, no file can show: ask a node for its head.',
    '',
    `pin   ${pin}`,
    `head  act ${head.number}, ${head.hash}, decided ${decidedAt}`,
    '',
    ...linesOfRegister(view),
  ]);
}

/** What a person is told about the register his node keeps. */
export function describeKept(view: RegisterView & { pin: string; self: string }): string {
  const { organisation, head, pin, self } = view;
  return toText([
    `The register of ${organisation}, as the node ${self} has it.`,
    '',
    `pin   ${pin}`,
    `head  act ${head.number}, ${head.hash}`,
    '',
    ...linesOfRegister(view),
  ]);
}

function linesOfRegister({ members, nodes, treaties }: RegisterView): string[] {
  return [
    'Members',
    ...members.map(lineOfMember),
    '',
    'Nodes',
    ...nodes.flatMap(linesOfNode),
    ...(treaties.length === 0 ? [] : ['', 'Treaties', ...treaties.map(lineOfTreaty)]),
  ];
}

function lineOfMember({ state, status, from, ahead }: MemberView): string {
  const since = status === 'awaited' ? `from ${from} on` : `since ${from}`;
  const later = ahead.map((change) => `; ${change.status} from ${change.from} on`).join('');
  return `  ${state}  ${status} ${since}${later}`;
}

function linesOfNode({ id, holder, of, address, record, keys, log, witness }: NodeView): string[] {
  return [
    `  ${id}  ${holder} ${of}, at ${address}`,
    `      record   ${record}`,
    ...keys.map(lineOfKey),
    `      log      ${log}`,
    `      witness  ${witness}`,
  ];
}

const KEY_STATUS: Record<KeyView['status'], (key: KeyView) => string> = {
  awaited: ({ from }) => `from ${from} on`,
  'in-force': ({ from, until }) => `since ${from}${until === null ? '' : `, until ${until}`}`,
  retired: ({ until }) => `retired ${until}`,
  revoked: ({ until }) => `REVOKED ${until}`,
};

function lineOfKey(key: KeyView): string {
  return `      ${key.use.padEnd(7)}  ${key.id}  ${KEY_STATUS[key.status](key)}`;
}

function lineOfTreaty({ id, inForceFrom }: RegisterView['treaties'][number]): string {
  return `  ${id}  in force from ${inForceFrom} on`;
}
