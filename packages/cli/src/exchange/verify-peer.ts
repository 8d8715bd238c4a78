import type { LogVerdict } from '@entente/node/capabilities/exchange/index';
import { CommandError, EXIT, type Io } from '../command.ts';
import { toText } from '../offline/to-text.ts';
import { withExchange } from './joined-exchange.ts';

/** `entente audit verify --peer NODE`: with this node's keys, beside the running node or without one. */
export async function verifyPeer(
  { peer, mirror, json }: { peer: string; mirror: boolean; json: boolean },
  io: Io,
): Promise<number> {
  const { LinkError, verifyPeerLog } = await import('@entente/node/capabilities/exchange/index');
  const verdict = await withExchange(io, 'verify', async (joined) => {
    try {
      return await verifyPeerLog(joined, { node: peer, mirror }, io.signal);
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      throw new CommandError(`${peer} gives ${error.message}; what is mirrored of it here is checked with --mirror`);
    }
  });
  const verifies = verdict.faults.length === 0;
  io.out(json ? `${JSON.stringify({ verifies, ...verdict })}\n` : describe(verdict));
  return verifies ? EXIT.ok : EXIT.no;
}

function describe({ origin, size, faults, readFrom, mirrored, cosignedBy, standing }: LogVerdict): string {
  const source = readFrom === 'node' ? 'the tiles it publishes' : 'the tiles mirrored here';
  return toText([
    faults.length === 0
      ? `The log ${origin} verifies: ${size} records, from ${source}.`
      : `The log ${origin} does NOT verify, from ${source}:`,
    ...faults.map(({ where, message, code }) => `  ${where}: ${message} [${code}]`),
    ...(readFrom === 'node' ? [`Compared with what is mirrored here: ${mirrored} records.`] : []),
    `Its head is cosigned by ${cosignedBy.length === 0 ? 'nobody' : cosignedBy.join(', ')}, and ${standing ? 'stands' : 'is pending'}.`,
  ]);
}
