import { certificateId } from '@entente/crypto/act/node-keys';
import { signingKeyId } from '@entente/crypto/act/node-record';
import { toBase64, toHex } from '@entente/crypto/bytes';
import { encodePrivateKey, generatePrivateKey, publicKeyOf } from '@entente/crypto/ed25519';
import { encodeVerifierKey, witnessKeyOf } from '@entente/crypto/note/verifier-key';
import { encodeOpeningKey, generateOpeningKey, sealingKeyFor } from '@entente/crypto/sealed-to/opening-key';
import { encodeSealingKey } from '@entente/crypto/sealed-to/sealing-key';
import type { OwnKeyUse } from '../model/standing.ts';
import { makeCertificate } from './certificate.ts';

/** Names that go into keys. */
export interface KeyNames {
  /** The node's id in the register. */
  node: string;
  /** What it cosigns others' logs as, such as `kz.example/witness`. */
  witness: string;
}

/** A key just made; the secret is PEM. */
export interface MadeKey {
  id: string;
  public: string;
  secret: string;
}

/** Makes a key for a use, with the id and the public half as a node's record has them. */
export async function makeKey(use: OwnKeyUse, names: KeyNames, at: Date): Promise<MadeKey> {
  switch (use) {
    case 'signing': {
      const key = generatePrivateKey();
      const publicKey = publicKeyOf(key);
      return { id: signingKeyId(publicKey), public: toBase64(publicKey), secret: encodePrivateKey(key) };
    }
    case 'sealing': {
      const key = generateOpeningKey();
      const shown = encodeSealingKey(sealingKeyFor(names.node, key));
      return { id: toHex(key.id), public: shown, secret: encodeOpeningKey(key) };
    }
    case 'tls': {
      const { der, privateKey } = await makeCertificate(names.node, at);
      const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      return { id: certificateId(der), public: toBase64(der), secret };
    }
    case 'witness': {
      const key = generatePrivateKey();
      const shown = witnessKeyOf(names.witness, publicKeyOf(key));
      return { id: toHex(shown.id), public: encodeVerifierKey(shown), secret: encodePrivateKey(key) };
    }
  }
}
