import type { AskRecipient, AskRecipients } from '@entente/contracts/exchange/asks';
import { whyClosed } from '../why-closed.ts';
import type { AskParts } from './sealed.ts';

/** Whom an officer may ask, and whom not now. What a node is asked and answers is not in it. */
export async function viewRecipients(parts: AskParts): Promise<AskRecipients> {
  const standing = parts.membership.standing();
  if (!standing) return { self: null, nodes: [] };
  const { register, self } = standing;
  const nodes: AskRecipient[] = [];
  for (const [node, { record }] of register.nodes) {
    if (node === self) continue;
    nodes.push({ node, holder: record.holder, of: record.of, closed: (await whyClosed(parts, node)) ?? null });
  }
  return { self, nodes: nodes.toSorted((left, right) => rank(left) - rank(right)) };
}

function rank({ holder }: AskRecipient): number {
  return holder === 'member' ? 0 : 1;
}
