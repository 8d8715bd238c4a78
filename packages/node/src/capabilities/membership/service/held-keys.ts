import { decodePrivateKey, type PrivateKey } from '@entente/crypto/ed25519';
import { decodeOpeningKey, type OpeningKey } from '@entente/crypto/sealed-to/opening-key';
import type { Database } from '../../../platform/database/database.ts';
import { openOwnKeys } from '../store/own-keys.ts';
import { certificatePem } from './certificate.ts';

/** A certificate and its private key, in PEM, as Node's `tls` takes them. */
export interface TlsKey {
  certificate: string;
  key: string;
}

/** The node's own keys in memory, by their ids, the newest first; those of a witness by their verifier keys. */
export interface HeldKeys {
  signing: Map<string, PrivateKey>;
  sealing: Map<string, OpeningKey>;
  tls: Map<string, TlsKey>;
  witness: Map<string, PrivateKey>;
}

/** Opens the node's own keys. Throws a SealingError where one does not open. */
export async function openHeldKeys(db: Database): Promise<HeldKeys> {
  const held: HeldKeys = { signing: new Map(), sealing: new Map(), tls: new Map(), witness: new Map() };
  for (const { use, id, public: shown, secret } of await openOwnKeys(db)) {
    switch (use) {
      case 'signing':
        held.signing.set(id, decodePrivateKey(secret));
        break;
      case 'sealing':
        held.sealing.set(id, decodeOpeningKey(secret));
        break;
      case 'tls':
        held.tls.set(id, { certificate: certificatePem(shown), key: secret });
        break;
      case 'witness':
        held.witness.set(shown, decodePrivateKey(secret));
        break;
    }
  }
  return held;
}
