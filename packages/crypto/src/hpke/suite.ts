import { AES_256_GCM, type Aead } from './aead.ts';
import { HKDF_SHA256, type Kdf } from './kdf.ts';
import type { Kem } from './kem.ts';
import { numberBytes } from './number-bytes.ts';
import { X_WING } from './x-wing/kem.ts';

/** The three algorithms that work together (RFC 9180, section 7). */
export interface Suite {
  name: string;
  kem: Kem;
  kdf: Kdf;
  aead: Aead;
}

/** X-Wing (ML-KEM-768 with X25519), HKDF-SHA256, AES-256-GCM: closed to quantum computers and to classical ones. */
export const X_WING_AES_256_GCM: Suite = {
  name: 'x-wing-hkdf-sha256-aes-256-gcm',
  kem: X_WING,
  kdf: HKDF_SHA256,
  aead: AES_256_GCM,
};

/** Every suite this node seals with and opens. What is not in this table is refused: there is no way down. */
export const SUITES: readonly Suite[] = [X_WING_AES_256_GCM];

export const SUITE_ID_BYTES = 6;

/** `I2OSP(kem_id, 2) || I2OSP(kdf_id, 2) || I2OSP(aead_id, 2)`, the suite's number on the wire. */
export function suiteNumbers({ kem, kdf, aead }: Suite): Uint8Array {
  return Buffer.concat([kem, kdf, aead].map(({ id }) => numberBytes(id)));
}

/** RFC 9180, section 5.1: the `suite_id` of everything outside the KEM. */
export function suiteIdOf(suite: Suite): Uint8Array {
  return Buffer.concat([Buffer.from('HPKE'), suiteNumbers(suite)]);
}

/** The suite of these six bytes, if it is one of ours. */
export function findSuite(numbers: Uint8Array): Suite | undefined {
  return SUITES.find((suite) => Buffer.compare(suiteNumbers(suite), numbers) === 0);
}
