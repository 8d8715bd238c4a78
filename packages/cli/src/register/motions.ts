import type { Motion } from '@entente/node/capabilities/membership/index';
import { CommandError, EXIT, type Invocation } from '../command.ts';
import { readRecord } from './files.ts';
import { listOf, readMoment, requireText } from './words.ts';

type About = Pick<Motion, 'subject' | 'body'>;

/** What an act of each kind is about and says, out of the words of the call. */
export const BODIES: Record<Motion['kind'], (invocation: Invocation) => About | Promise<About>> = {
  accession: async (invocation) => {
    const files = listOf(invocation, 'records');
    if (files.length === 0) throw new CommandError("name its nodes' records: --records FILE…", EXIT.usage);
    const nodes = await Promise.all(files.map(readRecord));
    return { subject: stateOf(invocation), body: { nodes: nodes.map((node) => ({ ...node })) } };
  },
  suspension: withReason,
  reinstatement: withReason,
  node: async (invocation) => {
    const node = await readRecord(requireText(invocation, 'record', 'which record the node is to have'));
    const revoked = listOf({ ...invocation, words: [] }, 'revoke');
    return { subject: node.id, body: { node: { ...node }, ...(revoked.length > 0 && { revoked }) } };
  },
  treaty: (invocation) => ({
    subject: requireText(invocation, 'treaty', 'which treaty'),
    body: {
      inForceFrom: readMoment(requireText(invocation, 'in-force-from', 'since when it is in force'), 'in-force-from'),
    },
  }),
};

function withReason(invocation: Invocation): About {
  return { subject: stateOf(invocation), body: { reason: requireText(invocation, 'reason', 'why') } };
}

function stateOf(invocation: Invocation): string {
  return requireText(invocation, 'state', 'which state').toUpperCase();
}
