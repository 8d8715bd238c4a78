import { isNodeActive } from '@entente/crypto/act/register';
import { isSuspended } from '../store/suspensions.ts';
import { type ExchangeParts, standingOf } from './parts.ts';

/** Why neither files nor questions pass between this node and another now; undefined where they may. */
export async function whyClosed(
  { db, clock, membership }: Pick<ExchangeParts, 'db' | 'clock' | 'membership'>,
  node: string,
): Promise<'channel-suspended' | 'member-suspended' | undefined> {
  if (await isSuspended(db, node)) return 'channel-suspended';
  const { register } = standingOf({ membership });
  return isNodeActive(register, node, clock.now().toISOString()) ? undefined : 'member-suspended';
}
