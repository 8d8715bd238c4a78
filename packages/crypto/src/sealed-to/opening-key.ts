import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { DecapsulationKey } from '../hpke/kem.ts';
import { type Suite, X_WING_AES_256_GCM } from '../hpke/suite.ts';
import { SEED_BYTES } from '../hpke/x-wing/sizes.ts';
import { keyIdOf } from './key-id.ts';
import { type SealingKey, sealingKeyOf } from './sealing-key.ts';
import { parseSeedFile, writeSeedFile } from './seed-file.ts';

/** The private half of a sealing key. It never prints itself: the seed is a key object of Node's. */
export interface OpeningKey {
  suite: Suite;
  id: Uint8Array;
  seed: KeyObject;
  privateKey: DecapsulationKey;
}

/** A new key of the suite in use, from 32 bytes of the system's randomness. */
export function generateOpeningKey(): OpeningKey {
  return openingKeyOf(randomBytes(SEED_BYTES));
}

/** The key of a given seed. */
export function openingKeyOf(seed: Uint8Array): OpeningKey {
  const suite = X_WING_AES_256_GCM;
  const privateKey = suite.kem.readPrivateKey(seed);
  return { suite, id: keyIdOf(suite, privateKey.publicKey), seed: createSecretKey(seed), privateKey };
}

/** What to hand out under a name, so that others can seal to this key. */
export function sealingKeyFor(name: string, { suite, privateKey }: OpeningKey): SealingKey {
  return sealingKeyOf(name, suite, privateKey.publicKey);
}

/** PKCS #8 in PEM, the form kept in a file that its owner alone may read. */
export function encodeOpeningKey({ seed }: OpeningKey): string {
  return writeSeedFile(seed.export());
}

/** Reads the file back; anything but the private key of X-Wing is refused. */
export function decodeOpeningKey(pem: string): OpeningKey {
  return openingKeyOf(parseSeedFile(pem));
}
