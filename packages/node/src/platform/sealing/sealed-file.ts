import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import {
  type AttachmentKey,
  decodeAttachmentKey,
  encodeAttachmentKey,
} from '@entente/crypto/sealed-chunks/attachment-key';
import { openChunk, sealChunk } from '@entente/crypto/sealed-chunks/seal-chunk';
import { CHUNK_BYTES, SEALED_CHUNK_BYTES } from '@entente/crypto/sealed-chunks/sizes';
import type { Sealing } from './sealing.ts';

/**
 * A file sealed at rest: a head of eight bytes, the length of the sealed key, the key, sealed as a record is, and sealed
 * chunks (docs/protocol/sealed-chunks.md) up to the last. Each file has a key of its own.
 */
const HEAD = Buffer.from('ententeF');
const LENGTH_BYTES = 4;
const LONGEST_KEY = 4096;

/** What seals one file: the key, and the same sealed by the node. */
export interface FileKey {
  key: AttachmentKey;
  sealed: Buffer;
}

/** Seals a key for a file; `place` names the file's kind and binds key and content to it. */
export function sealFileKey(key: AttachmentKey, place: string, sealing: Sealing): FileKey {
  return { key, sealed: sealing.seal(place, { key: encodeAttachmentKey(key) }) };
}

/** Writes a sealed file from beginning to end, in a thread that may wait for the disk. */
export class SealedFileWriter {
  readonly #file: number;
  readonly #key: AttachmentKey;
  readonly #place: string;
  readonly #held = new Uint8Array(CHUNK_BYTES);
  #length = 0;
  #number = 0;

  constructor(path: string, place: string, { key, sealed }: FileKey) {
    this.#file = openSync(path, 'w', 0o600);
    this.#key = key;
    this.#place = place;
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(sealed.length);
    writeSync(this.#file, Buffer.concat([HEAD, length, sealed]));
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      if (this.#length === CHUNK_BYTES) this.#seal(false);
      const taken = Math.min(CHUNK_BYTES - this.#length, bytes.length - at);
      this.#held.set(bytes.subarray(at, at + taken), this.#length);
      this.#length += taken;
      at += taken;
    }
  }

  /** Seals the last chunk; resolves nothing earlier than the disk has all of it. */
  end(): void {
    this.#seal(true);
    fsyncSync(this.#file);
    closeSync(this.#file);
  }

  #seal(last: boolean): void {
    const position = { number: this.#number++, last };
    const sealed = sealChunk(this.#key, this.#place, position, this.#held.subarray(0, this.#length));
    for (let at = 0; at < sealed.length; ) at += writeSync(this.#file, sealed, at);
    this.#length = 0;
  }
}

/** A chunk as it stands in the file. */
interface SealedChunk {
  sealed: Uint8Array;
  last: boolean;
}

/** Reads a sealed file from beginning to end, chunk by chunk; the next one comes from the disk while one is opened. */
export class SealedFileReader {
  readonly #file: FileHandle;
  readonly #size: number;
  readonly #key: AttachmentKey;
  readonly #place: string;
  readonly #buffers = [new Uint8Array(SEALED_CHUNK_BYTES), new Uint8Array(SEALED_CHUNK_BYTES)] as const;
  #ahead: Promise<SealedChunk> | undefined;
  #at: number;
  #number = 0;
  #held: Uint8Array = new Uint8Array();
  #isLast = false;

  private constructor(file: FileHandle, size: number, at: number, key: AttachmentKey, place: string) {
    this.#file = file;
    this.#size = size;
    this.#at = at;
    this.#key = key;
    this.#place = place;
  }

  /** Opens a file; throws where it is none, or its key does not open. */
  static async open(path: string, place: string, sealing: Sealing): Promise<SealedFileReader> {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const head = await readExactly(file, 0, HEAD.length + LENGTH_BYTES);
      if (!head.subarray(0, HEAD.length).equals(HEAD)) throw new Error('Not a sealed file');
      const length = head.readUInt32BE(HEAD.length);
      if (length > LONGEST_KEY) throw new Error('Not a sealed file');
      const sealed = await readExactly(file, head.length, length);
      const { key } = sealing.open<{ key: string }>(place, sealed);
      return new SealedFileReader(file, size, head.length + length, decodeAttachmentKey(key), place);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Fills an array with the next bytes; throws where the file ends before, or was altered. */
  async fill(target: Uint8Array): Promise<void> {
    for (let at = 0; at < target.length; ) {
      if (this.#held.length === 0) await this.#next();
      const taken = Math.min(this.#held.length, target.length - at);
      target.set(this.#held.subarray(0, taken), at);
      this.#held = this.#held.subarray(taken);
      at += taken;
    }
  }

  /** True once nothing is left; only then is the file known to be whole. */
  get isAtEnd(): boolean {
    return this.#isLast && this.#held.length === 0;
  }

  async close(): Promise<void> {
    await this.#ahead?.catch(() => {});
    await this.#file.close();
  }

  async #next(): Promise<void> {
    if (this.#isLast) throw new Error('The sealed file is cut short');
    const { sealed, last } = await (this.#ahead ?? this.#read(this.#number));
    const number = this.#number++;
    if (!last) {
      this.#ahead = this.#read(this.#number);
      // Whoever stops reading never asks what became of it.
      this.#ahead.catch(() => {});
    }
    this.#held = openChunk(this.#key, this.#place, { number, last }, sealed);
    this.#isLast = last;
  }

  async #read(number: number): Promise<SealedChunk> {
    const length = Math.min(SEALED_CHUNK_BYTES, this.#size - this.#at);
    if (length <= 0) throw new Error('The sealed file is cut short');
    const sealed = this.#buffers[number % 2 === 0 ? 0 : 1].subarray(0, length);
    const { bytesRead } = await this.#file.read(sealed, 0, length, this.#at);
    if (bytesRead !== length) throw new Error('The sealed file is cut short');
    this.#at += length;
    return { sealed, last: this.#at === this.#size };
  }
}

async function readExactly(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  if (bytesRead !== length) throw new Error('The sealed file is cut short');
  return bytes;
}
