import { Problem } from '../../../platform/problem.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';
import { EXCHANGE_PROBLEMS } from '../problems.ts';
import { notifyWork } from '../store/notices.ts';
import { deleteSuspension, insertSuspension } from '../store/suspensions.ts';
import type { ExchangeParts } from './parts.ts';

/** Which channel, and why. */
export interface ChannelStep {
  node: string;
  reason: string;
}

type ChannelParts = Pick<ExchangeParts, 'db' | 'clock' | 'membership'>;

/**
 * Suspends the channel with another node, by this node's own decision: nothing goes out and nothing is taken in until it is
 * resumed. What is written meanwhile waits; acts and receipts are still given.
 */
export async function suspendChannel(
  parts: ChannelParts,
  by: Attribution,
  { node, reason }: ChannelStep,
): Promise<void> {
  checkNode(parts, node);
  const at = parts.clock.now();
  await parts.db.transaction().execute(async (tx) => {
    const { id: record } = await recordEvent(tx, {
      ...by,
      at,
      event: 'exchange.channel-suspended',
      outcome: 'done',
      subject: { kind: 'node', ref: node },
      parts: [{ name: 'reason', text: reason }],
    });
    if (!(await insertSuspension(tx, { node, suspendedAt: at, reason }, record))) {
      throw new Problem(EXCHANGE_PROBLEMS['channel-suspended-already']);
    }
  });
}

/** Opens a channel again that this node had suspended. */
export async function resumeChannel(
  parts: ChannelParts,
  by: Attribution,
  { node, reason }: ChannelStep,
): Promise<void> {
  checkNode(parts, node);
  await parts.db.transaction().execute(async (tx) => {
    if (!(await deleteSuspension(tx, node))) throw new Problem(EXCHANGE_PROBLEMS['channel-not-suspended']);
    await recordEvent(tx, {
      ...by,
      at: parts.clock.now(),
      event: 'exchange.channel-resumed',
      outcome: 'done',
      subject: { kind: 'node', ref: node },
      parts: [{ name: 'reason', text: reason }],
    });
    await notifyWork(tx);
  });
}

function checkNode({ membership }: ChannelParts, node: string): void {
  const standing = membership.standing();
  if (!standing) throw new Problem(EXCHANGE_PROBLEMS['not-in-organisation']);
  if (node === standing.self || !standing.register.nodes.has(node))
    throw new Problem(EXCHANGE_PROBLEMS['unknown-receiver']);
}
