/** A secret only the recipient can find again, and the bytes from which to find it. */
export interface Encapsulation {
  sharedSecret: Uint8Array;
  enc: Uint8Array;
}

/** A recipient's public key, made ready for use. */
export interface EncapsulationKey {
  /** As the KEM serialises it. */
  bytes: Uint8Array;
  /** Encap(pkR) (RFC 9180, section 4). */
  encapsulate(): Encapsulation;
}

/** A recipient's private key, made ready for use. It never prints itself. */
export interface DecapsulationKey {
  /** The public key that belongs to it. */
  publicKey: Uint8Array;
  /** Decap(enc, skR) (RFC 9180, section 4). */
  decapsulate(enc: Uint8Array): Uint8Array;
}

/** A key encapsulation mechanism of HPKE (RFC 9180, section 4) by its registered number (section 7.1). */
export interface Kem {
  id: number;
  /** Nenc, Npk and Nsk. */
  encBytes: number;
  publicKeyBytes: number;
  privateKeyBytes: number;
  /** DeserializePublicKey; anything that is no public key is refused as `malformed-key`. */
  readPublicKey(bytes: Uint8Array): EncapsulationKey;
  /** DeserializePrivateKey. */
  readPrivateKey(bytes: Uint8Array): DecapsulationKey;
}
