import { isNodeActive } from '@entente/crypto/act/register';
import { isSuspended } from '../../store/suspensions.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';

/** Why no file passes between this node and another now; undefined where it may. */
export async function whyNoFile(
  { db, clock, membership }: Pick<ExchangeParts, 'db' | 'clock' | 'membership'>,
  node: string,
): Promise<'channel-suspended' | 'member-suspended' | undefined> {
  if (await isSuspended(db, node)) return 'channel-suspended';
  const { register } = standingOf({ membership });
  return isNodeActive(register, node, clock.now().toISOString()) ? undefined : 'member-suspended';
}
