import { constants, createHash } from 'node:crypto';
import { createSecureContext, type SecureContextOptions, type TLSSocket } from 'node:tls';
import { certificatePem } from '../../membership/index.ts';
import { type Pinned, pinnedCertificates } from '../rules/pinned.ts';
import { type ExchangeParts, KEY_OVERLAP_MS, standingOf } from '../service/parts.ts';

/** Hybrid first: what is recorded today must stay closed. A library without it still has X25519. */
const GROUPS = ['X25519MLKEM768:X25519', 'X25519'].find(isKnown);

function isKnown(groups: string): boolean {
  try {
    createSecureContext({ ecdhCurve: groups });
    return true;
  } catch {
    return false;
  }
}

/** What both ends of a connection between nodes have alike: TLS 1.3, this node's certificate, and no authority but the pinned ones. */
export interface PeerTls {
  options: SecureContextOptions;
  /** The node of a certificate, by its fingerprint. */
  nodes: Map<string, string>;
}

/**
 * By the register as it stands now. `only` narrows it to one peer's certificates, for a connection to that peer. Throws
 * KeyNotHeld where this node has no certificate in force.
 */
export function peerTls(parts: Pick<ExchangeParts, 'clock' | 'membership'>, only?: string): PeerTls {
  const { register, self } = standingOf(parts);
  const { certificate, key } = parts.membership.keys.tls();
  const at = { moment: parts.clock.now().toISOString(), overlapMs: KEY_OVERLAP_MS };
  const pinned = pinnedCertificates(register, self, at).filter(({ node }) => only === undefined || node === only);
  return {
    options: {
      cert: certificate,
      key,
      ca: pinned.map((pin: Pinned) => certificatePem(pin.certificate)),
      minVersion: 'TLSv1.3',
      ecdhCurve: GROUPS,
      // No tickets: a resumed session would bring back a certificate that was checked against an older register.
      secureOptions: constants.SSL_OP_NO_TICKET,
    },
    nodes: new Map(pinned.map(({ fingerprint, node }) => [fingerprint, node])),
  };
}

/** SHA-256 of the certificate that the other end has shown; undefined for a resumed session, which shows none. */
export function shownFingerprint(socket: TLSSocket): string | undefined {
  if (socket.isSessionReused()) return undefined;
  const shown = socket.getPeerX509Certificate()?.raw;
  return shown && fingerprintOf(shown);
}

export function fingerprintOf(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}
