import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a test may have an authenticator do otherwise than it should. */
export interface Mischief {
  origin?: string;
  rpId?: string;
  challenge?: string;
  /** Signatures it says it has made; one more than before otherwise. */
  counter?: number;
  /** It did not ask for PIN or finger. */
  unverified?: boolean;
  userHandle?: string;
  /** It signs with another key. */
  forged?: boolean;
}

const FLAG = { present: 0x01, verified: 0x04, backupEligible: 0x08, credential: 0x40 };

/** An authenticator in software, with one discoverable ES256 credential (WebAuthn Level 3, 6.1 and 6.5). */
export class Authenticator {
  readonly #id = randomBytes(16);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #origin: string;
  #rpId = '';
  #userHandle = '';
  #counter: number;
  readonly #counts: boolean;
  readonly #synced: boolean;

  constructor(origin: string, kind: { counts?: boolean; synced?: boolean } = {}) {
    this.#origin = origin;
    this.#counts = kind.counts ?? true;
    this.#synced = kind.synced ?? false;
    this.#counter = 0;
  }

  get credentialId(): string {
    return this.#id.toString('base64url');
  }

  /** Makes the credential that the options of a registration ask for. */
  register(
    options: { challenge: string; rp: { id?: string | undefined }; user: { id: string } },
    mischief: Mischief = {},
  ) {
    this.#rpId = options.rp.id ?? '';
    this.#userHandle = options.user.id;
    const data = this.#authenticatorData(FLAG.credential, mischief);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.#id.length);
    const attested = Buffer.concat([data, Buffer.alloc(16), length, this.#id, coseKey(this.#keys.publicKey)]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.from([0xa0]),
      cborText('authData'),
      cborBytes(attested),
    ]);
    return {
      id: this.credentialId,
      clientDataJSON: this.#clientData('webauthn.create', options.challenge, mischief).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    };
  }

  /** Signs what the options of a sign-in ask for. */
  signIn(options: { challenge: string }, mischief: Mischief = {}) {
    if (this.#counts) this.#counter = mischief.counter ?? this.#counter + 1;
    const data = this.#authenticatorData(0, mischief);
    const client = this.#clientData('webauthn.get', options.challenge, mischief);
    const key = mischief.forged ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : this.#keys.privateKey;
    return {
      id: this.credentialId,
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(client)]), key).toString('base64url'),
      userHandle: mischief.userHandle ?? this.#userHandle,
    };
  }

  #authenticatorData(more: number, { rpId, unverified }: Mischief): Buffer {
    const flags = FLAG.present | (unverified ? 0 : FLAG.verified) | (this.#synced ? FLAG.backupEligible : 0) | more;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([sha256(rpId ?? this.#rpId), Buffer.from([flags]), counter]);
  }

  #clientData(type: string, asked: string, { origin, challenge }: Mischief): Buffer {
    return Buffer.from(
      JSON.stringify({ type, challenge: challenge ?? asked, origin: origin ?? this.#origin, crossOrigin: false }),
    );
  }
}

function sha256(bytes: string | Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** COSE_Key of an ES256 public key (RFC 9053, 7.1.1): kty 2, alg -7, crv 1, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y, 'base64url')),
  ]);
}

/** A CBOR byte string shorter than 64 KiB (RFC 8949, 3). */
function cborBytes(bytes: Buffer): Buffer {
  return Buffer.concat([cborHead(0x40, bytes.length), bytes]);
}

function cborText(text: string): Buffer {
  return Buffer.concat([cborHead(0x60, text.length), Buffer.from(text)]);
}

function cborHead(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([major + length]);
  if (length < 256) return Buffer.from([major + 24, length]);
  return Buffer.from([major + 25, length >> 8, length & 0xff]);
}
