import type { AskRecipient } from '@entente/contracts/exchange/asks';
import { expect, test } from 'vitest';
import { allMembers } from './recipients.ts';

const recipients: AskRecipient[] = [
  { node: 'in', holder: 'member', of: 'IN', closed: null },
  { node: 'pk', holder: 'member', of: 'PK', closed: 'member-suspended' },
  { node: 'cn', holder: 'member', of: 'CN', closed: 'channel-suspended' },
  { node: 'rats', holder: 'body', of: 'rats', closed: null },
];

test('all members are the members who may be asked: no body, and none whose membership or channel is suspended', () => {
  expect(allMembers(recipients)).toEqual(['in']);
});
