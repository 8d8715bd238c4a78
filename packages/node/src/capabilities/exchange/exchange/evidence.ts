import type { Attribution } from '../../audit/index.ts';
import type { ProvingParts } from '../service/evidence/prove-record.ts';
import { writeEvidence } from '../service/evidence/write-evidence.ts';
import type { PeerLink } from '../service/peer-link.ts';
import { httpsLink } from './https-link.ts';

/** Writes evidence over a connection of its own, for a command that runs beside the node or without one. */
export async function gatherEvidence(parts: ProvingParts, asking: Attribution, id: string): Promise<string> {
  const links: PeerLink[] = [];
  const linkTo = (peer: string) => {
    const link = httpsLink(parts, peer);
    links.push(link);
    return link;
  };
  try {
    return await writeEvidence({ ...parts, linkTo }, asking, id);
  } finally {
    for (const link of links) link.reset();
  }
}
