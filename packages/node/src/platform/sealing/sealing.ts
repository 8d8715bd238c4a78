import type { KeyObject } from 'node:crypto';
import { Refusal } from '@entente/crypto/refusal';
import { keyIdOf, openRecord, sealRecord } from '@entente/crypto/sealed-record/sealed-record';
import { type KeyRing, lookupHash, lookupKey, showKeyId } from './key-ring.ts';
import type { KeySource } from './key-source.ts';

/** Seals what is personal in a row, one key for each sealing, and opens it again. */
export interface Sealing {
  /** Seals a record's personal part; `place` names its table and row (`alerts.subject/<id>`), so that it opens nowhere else. */
  seal(place: string, personal: unknown): Buffer;
  /** Opens what `seal` gave for this place; throws a SealingError. */
  open<Personal>(place: string, sealed: Uint8Array): Personal;
  /** Like `seal`, for what is bytes already: a photograph. */
  sealBytes(place: string, bytes: Uint8Array): Buffer;
  /** Opens what `sealBytes` gave for this place; throws a SealingError. */
  openBytes(place: string, sealed: Uint8Array): Buffer;
  /** Keyed hash by which equal values are found without being stored: HMAC-SHA-256 under a key of this use. 32 bytes. */
  lookup(use: string, text: string): Buffer;
}

/** Why something sealed did not open. */
export type SealingFault = 'malformed' | 'unknown-key' | 'not-opened';

/** Something sealed that does not open. The message names the place and never the content. */
export class SealingError extends Error {
  override readonly name = 'SealingError';
  readonly fault: SealingFault;

  constructor(fault: SealingFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

/** Sealing with the keys of a source. */
export function createSealing(source: KeySource): Sealing {
  const lookupKeys = new Map<string, KeyObject>();
  const sealBytes = (place: string, bytes: Uint8Array) => {
    const { current, keys } = source.recent();
    return sealRecord(bytes, place, { id: current, key: keys.get(current)! });
  };
  const openBytes = (place: string, sealed: Uint8Array) => {
    try {
      return openRecord(sealed, place, keyFor(source, keyIdOf(sealed), place));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const fault = error.code === 'not-opened' ? 'not-opened' : 'malformed';
      throw new SealingError(fault, `${place} does not open: ${error.message}`, { cause: error });
    }
  };
  return {
    sealBytes,
    openBytes,
    seal: (place, personal) => sealBytes(place, Buffer.from(toJson(place, personal), 'utf8')),
    open: (place, sealed) => JSON.parse(openBytes(place, sealed).toString('utf8')),
    lookup: (use, text) => {
      const key = lookupKeys.get(use) ?? lookupKey(source.recent(), use);
      lookupKeys.set(use, key);
      return lookupHash(key, text);
    },
  };
}

/** The key of this number; a rotation in another process may have made it a moment ago. */
function keyFor(source: KeySource, id: number, place: string): KeyObject {
  const key = find(source.recent(), id) ?? find(source.latest(), id);
  if (key) return key;
  throw new SealingError(
    'unknown-key',
    `${place} is sealed under the key ${showKeyId(id)}, which ${source.name} does not hold. Put the right file back.`,
  );
}

function find({ keys }: KeyRing, id: number): KeyObject | undefined {
  return keys.get(id);
}

function toJson(place: string, personal: unknown): string {
  const text = JSON.stringify(personal);
  if (text === undefined) throw new TypeError(`there is nothing to seal for ${place}`);
  return text;
}
