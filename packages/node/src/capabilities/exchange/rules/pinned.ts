import { keyAt, type Register } from '@entente/crypto/act/register';

/** A certificate that a node may show. */
export interface Pinned {
  node: string;
  /** SHA-256 of the certificate in hexadecimal. */
  fingerprint: string;
  /** DER in Base64. */
  certificate: string;
}

/**
 * The certificates of all nodes but one's own that hold at a moment: in force, or retired no longer ago than the overlap, so
 * that two nodes of which one knows an act before the other still meet. A suspended member's node stays among them: what it
 * may still send is judged envelope by envelope.
 */
export function pinnedCertificates(
  register: Register,
  self: string,
  { moment, overlapMs }: { moment: string; overlapMs: number },
): Pinned[] {
  return [...register.nodes].flatMap(([node, { keys }]) =>
    node === self
      ? []
      : keys
          .filter(({ use, id }) => use === 'tls' && keyAt(register, { node, use, id }, { moment, overlapMs }))
          .map(({ id, key }) => ({ node, fingerprint: id, certificate: key })),
  );
}
