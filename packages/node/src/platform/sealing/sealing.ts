import type { KeyObject } from 'node:crypto';
import { Refusal } from '@entente/crypto/refusal';
import {
  keyIdOf,
  openRecord,
  openRecords,
  type PlacedContent,
  type PlacedRecord,
  sealRecord,
  sealRecords,
  type WrappingKey,
} from '@entente/crypto/sealed-record/sealed-record';
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
  /** Like `sealBytes` for several rows: a third less time for each. Some dozens; more by `sealInTurns`. */
  sealMany(contents: readonly PlacedContent[]): Buffer[];
  /** Like `open` for several rows: a third less time for each. Some dozens; more by `openInTurns`. */
  openMany<Personal>(records: readonly PlacedRecord[]): Personal[];
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

export type { PlacedContent, PlacedRecord } from '@entente/crypto/sealed-record/sealed-record';

/** Sealing with the keys of a source. */
export function createSealing(source: KeySource): Sealing {
  const lookupKeys = new Map<string, KeyObject>();
  const wrappingKey = (): WrappingKey => {
    const { current, keys } = source.recent();
    return { id: current, key: keys.get(current)! };
  };
  const sealBytes = (place: string, bytes: Uint8Array) => sealRecord(bytes, place, wrappingKey());
  const openBytes = (place: string, sealed: Uint8Array) => {
    try {
      return openRecord(sealed, place, keyFor(source, keyIdOf(sealed), place));
    } catch (error) {
      throw toSealingError(error, place);
    }
  };
  const openMany = <Personal>(records: readonly PlacedRecord[]): Personal[] => {
    try {
      const ids = new Set(records.map(({ sealed }) => keyIdOf(sealed)));
      const [only] = ids;
      if (ids.size === 1) return openRecords(records, keyFor(source, only!, records[0]!.place)).map(fromJson<Personal>);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    // Of several keys, in the middle of a rotation, or one does not open: each by itself, so that it is named.
    return records.map(({ place, sealed }) => fromJson<Personal>(openBytes(place, sealed)));
  };
  return {
    sealBytes,
    openBytes,
    seal: (place, personal) => sealBytes(place, Buffer.from(toJson(place, personal), 'utf8')),
    open: <Personal>(place: string, sealed: Uint8Array) => fromJson<Personal>(openBytes(place, sealed)),
    sealMany: (contents) => sealRecords(contents, wrappingKey()),
    openMany,
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

function toSealingError(error: unknown, place: string): unknown {
  if (!(error instanceof Refusal)) return error;
  const fault = error.code === 'not-opened' ? 'not-opened' : 'malformed';
  return new SealingError(fault, `${place} does not open: ${error.message}`, { cause: error });
}

function fromJson<Personal>(bytes: Buffer): Personal {
  return JSON.parse(bytes.toString('utf8')) as Personal;
}

function toJson(place: string, personal: unknown): string {
  const text = JSON.stringify(personal);
  if (text === undefined) throw new TypeError(`there is nothing to seal for ${place}`);
  return text;
}
