import { fromBase64, toBase64 } from '../bytes.ts';
import { SEED_BYTES } from '../hpke/x-wing/sizes.ts';
import { Refusal } from '../refusal.ts';

/**
 * OneAsymmetricKey (RFC 5958) with id-XWing, 1.3.6.1.4.1.62253.25722, up to the seed
 * (draft-connolly-cfrg-xwing-kem-10, section 5.8.2). Everything before the seed is fixed, so no parser is needed.
 */
const HEAD = Buffer.from('3034020100300d060b2b0601040183e62d81c87a0420', 'hex');
const BEGIN = '-----BEGIN PRIVATE KEY-----';
const END = '-----END PRIVATE KEY-----';

/** PEM (RFC 7468, section 10) of the seed of an X-Wing key. */
export function writeSeedFile(seed: Uint8Array): string {
  const lines = toBase64(Buffer.concat([HEAD, seed])).match(/.{1,64}/g) ?? [];
  return `${[BEGIN, ...lines, END].join('\n')}\n`;
}

/** The seed in a file that `writeSeedFile`, or another implementation of the draft, wrote. */
export function parseSeedFile(pem: string): Uint8Array {
  const lines = pem.trim().split(/\r?\n/);
  if (lines.length < 3 || lines[0] !== BEGIN || lines.at(-1) !== END) {
    throw new Refusal('malformed-key', 'not a private key in PEM');
  }
  const bytes = fromBase64(lines.slice(1, -1).join(''), 'malformed-key');
  if (bytes.length !== HEAD.length + SEED_BYTES || Buffer.compare(bytes.subarray(0, HEAD.length), HEAD) !== 0) {
    throw new Refusal('malformed-key', 'the private key is not of X-Wing');
  }
  return bytes.subarray(HEAD.length);
}
