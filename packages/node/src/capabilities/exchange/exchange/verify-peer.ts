import { type LogVerdict, type VerifyParts, verifyNodeLog } from '../service/witnessing/verify-log.ts';
import { witnessLink } from '../service/witnessing/witness-link.ts';
import { httpsLink } from './https-link.ts';

/**
 * Verifies another member's log over a connection of its own, with this node's keys; or, where the node is away, what is mirrored of it
 * here. Throws a LinkError where the node does not answer.
 */
export async function verifyPeerLog(
  parts: VerifyParts,
  { node, mirror }: { node: string; mirror: boolean },
  signal: AbortSignal,
): Promise<LogVerdict> {
  if (mirror) return await verifyNodeLog(parts, node, undefined, signal);
  const link = httpsLink(parts, node);
  try {
    return await verifyNodeLog(parts, node, witnessLink(link), signal);
  } finally {
    link.reset();
  }
}
