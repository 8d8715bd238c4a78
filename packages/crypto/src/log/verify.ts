import { toBase64, toHex } from '../bytes.ts';
import { type Checkpoint, openCheckpoint } from '../note/checkpoint.ts';
import { parseVerifierKey, type VerifierKey } from '../note/verifier-key.ts';
import { equalBytes, HASH_BYTES } from '../sha256.ts';
import { Frontier, type Node } from '../tlog/frontier.ts';
import { hashesAt, slotOf, TILE_WIDTH, tilesOf } from '../tlog/tile.ts';
import { type Fault, Faults } from './faults.ts';
import { LostContent } from './lost-content.ts';
import type { HeldRecord, LogSource, LostRecord } from './source.ts';
import { Erasures, verifyRecord } from './verify-record.ts';

/** What the verifier knows from elsewhere than the log. */
export interface Trust {
  /** The log's key, as a verifier key; without it the log's own word is taken. */
  verifierKey?: string | undefined;
  /** A head of the log seen earlier (a signed note): the log must have grown from it. */
  pinned?: string | undefined;
}

/** The outcome. A log without faults is the one its key has signed, from the first record to the last. */
export interface Verdict {
  origin: string;
  /** The key gone by. */
  verifierKey: string;
  /** Records in the tree. */
  size: number;
  /** Root over them, Base64 as in a checkpoint. */
  root: string;
  checkpoints: number;
  /** Part texts that are gone by a logged erasure. */
  erased: number;
  /** Records of which the hashes alone are left, as later leaves say. */
  lost: number;
  /** Records not yet folded in, and the moment of the oldest. */
  pending: { count: number; oldest: string | null };
  /** The newest head that verifies, to pin. */
  checkpoint: string | null;
  /** The first hundred; `faultCount` counts all. */
  faults: Fault[];
  faultCount: number;
}

/** Recomputes a whole log in one pass and logarithmic memory, and says what is wrong with it and where. */
export async function verifyLog(source: LogSource, trust: Trust = {}): Promise<Verdict> {
  const verification = new Verification(source, trust);
  await verification.start();
  for await (const record of source.records) await verification.take(record);
  return await verification.finish();
}

class Verification {
  readonly #source: LogSource;
  readonly #faults = new Faults();
  readonly #erasures = new Erasures();
  readonly #lost = new LostContent();
  readonly #frontier = new Frontier();
  readonly #trusted: string;
  readonly #key: VerifierKey | undefined;
  readonly #pinned: Checkpoint | undefined;
  readonly #checkpoints: AsyncIterator<{ size: number; note: string }>;
  #next: { size: number; note: string } | undefined;
  /** Hashes of the rightmost tile of each level, as recomputed. */
  readonly #edge: Uint8Array[][] = [];
  #heads = 0;
  /** Size of the last checkpoint, whether or not it holds. */
  #covered = 0;
  #newest: { size: number; note: string } | undefined;
  /** Index the next record should have. */
  #expected = 0;
  #parts = 0;
  #pending: Verdict['pending'] = { count: 0, oldest: null };

  constructor(source: LogSource, trust: Trust) {
    this.#source = source;
    this.#checkpoints = source.checkpoints[Symbol.asyncIterator]();
    this.#trusted = trust.verifierKey ?? source.verifierKey;
    this.#key = this.#readKey();
    this.#pinned = trust.pinned === undefined ? undefined : this.#open(trust.pinned, 'the earlier checkpoint');
  }

  async start(): Promise<void> {
    await this.#readCheckpoint();
    this.#comparePinned();
  }

  async take(record: HeldRecord | LostRecord): Promise<void> {
    if ('lostHash' in record) {
      this.#lost.lost(record.index);
      return await this.#append(record.index, record.lostHash);
    }
    this.#parts += record.parts?.length ?? 0;
    const leafHash = verifyRecord(record, this.#erasures, this.#faults, this.#lost);
    if (record.index === null) return this.#setAside(record.content);
    await this.#append(record.index, leafHash);
  }

  async #append(index: number, leafHash: Uint8Array): Promise<void> {
    this.#comparePosition(index);
    for (const node of this.#frontier.append(leafHash)) await this.#store(node);
    this.#comparePinned();
    while (this.#next !== undefined && this.#next.size <= this.#frontier.size)
      await this.#compareCheckpoint(this.#next);
  }

  async finish(): Promise<Verdict> {
    const { size } = this.#frontier;
    const faults = this.#faults;
    while (this.#next !== undefined) await this.#compareCheckpoint(this.#next);
    await this.#compareEdge();
    if (this.#source.size !== size) {
      faults.add('size', 'the log', `says it holds ${this.#source.size} records, and holds ${size}`);
    }
    if (this.#covered !== size) {
      faults.add('checkpoint', 'the log', `no checkpoint covers its ${size} records`);
    }
    if (this.#pinned !== undefined && this.#pinned.size > size) {
      faults.add('rolled-back', 'the log', `held ${this.#pinned.size} records once, and holds ${size}`);
    }
    if (this.#source.partCount !== undefined && this.#source.partCount !== this.#parts) {
      faults.add('part-unknown', 'the log', `holds ${this.#source.partCount - this.#parts} parts of no record`);
    }
    this.#erasures.settle(faults);
    this.#lost.settle(faults);
    return {
      origin: this.#source.origin,
      verifierKey: this.#trusted,
      size,
      root: toBase64(this.#frontier.root()),
      checkpoints: this.#heads,
      erased: this.#erasures.count,
      lost: this.#lost.count,
      pending: this.#pending,
      checkpoint: this.#newest?.note ?? null,
      faults: faults.list,
      faultCount: faults.count,
    };
  }

  #readKey(): VerifierKey | undefined {
    const { verifierKey, origin } = this.#source;
    if (this.#trusted !== verifierKey) this.#faults.add('key', 'the log', "names another key than the node's");
    try {
      const key = parseVerifierKey(this.#trusted);
      if (key.name !== origin) this.#faults.add('key', 'the log', 'the key is not that of its origin');
      return key;
    } catch (error) {
      this.#faults.add('key', 'the log', (error as Error).message);
      return undefined;
    }
  }

  #open(note: string, where: string): Checkpoint | undefined {
    if (this.#key === undefined) return undefined;
    try {
      return openCheckpoint(note, this.#key);
    } catch (error) {
      this.#faults.add('signature', where, (error as Error).message);
      return undefined;
    }
  }

  async #readCheckpoint(): Promise<void> {
    const { done, value } = await this.#checkpoints.next();
    this.#next = done ? undefined : value;
  }

  async #compareCheckpoint(stored: { size: number; note: string }): Promise<void> {
    const where = `checkpoint ${stored.size}`;
    const head = this.#open(stored.note, where);
    this.#heads++;
    this.#covered = stored.size;
    await this.#readCheckpoint();
    if (head === undefined) return;
    if (head.size !== stored.size) {
      this.#faults.add('checkpoint', where, `is signed over ${head.size} records`);
    } else if (head.size !== this.#frontier.size) {
      this.#faults.add('checkpoint', where, 'is over records that are not there, or stands twice');
    } else if (!equalBytes(head.root, this.#frontier.root())) {
      this.#faults.add('root', where, `the records up to here do not have the root that was signed`);
    } else {
      this.#newest = stored;
    }
  }

  /** Says where the numbering breaks, once: what follows a gap is counted on from there. */
  #comparePosition(index: number): void {
    const expected = this.#expected;
    this.#expected = index + 1;
    if (index === expected) return;
    const message = index > expected ? `stands where record ${expected} should` : 'stands after a later one, or twice';
    this.#faults.add('position', `record ${index}`, message);
  }

  #comparePinned(): void {
    if (this.#pinned?.size !== this.#frontier.size) return;
    if (!equalBytes(this.#pinned.root, this.#frontier.root())) {
      this.#faults.add(
        'rolled-back',
        `record ${this.#pinned.size}`,
        'the log did not grow from the earlier checkpoint',
      );
    }
  }

  #setAside(content: string): void {
    const at = /"at":"([^"]*)"/.exec(content)?.[1] ?? null;
    this.#pending.count++;
    if (at !== null && (this.#pending.oldest === null || at < this.#pending.oldest)) this.#pending.oldest = at;
  }

  /** Keeps what a tile should hold, and compares each tile once it is full. */
  async #store(node: Node): Promise<void> {
    const place = this.#source.tiles && slotOf(node);
    if (place === undefined) return;
    this.#edge[place.level] ??= [];
    const edge = this.#edge[place.level]!;
    edge.push(node.hash);
    if (edge.length === TILE_WIDTH) {
      await this.#compareTile(place.level, place.index, edge);
      this.#edge[place.level] = [];
    }
  }

  async #compareTile(level: number, index: number, hashes: Uint8Array[]): Promise<void> {
    const [stored] = await this.#source.tiles!.read([{ level, index }]);
    const where = `tile ${index} of level ${level}`;
    if (stored === undefined) return this.#faults.add('tile', where, 'is missing');
    if (equalBytes(stored, Buffer.concat(hashes))) return;
    const wrong = hashes.findIndex(
      (hash, at) => toHex(stored.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)) !== toHex(hash),
    );
    this.#faults.add(
      'tile',
      where,
      wrong < 0 ? 'holds more hashes than there are' : `hash ${wrong} is not that of the records`,
    );
  }

  async #compareEdge(): Promise<void> {
    if (this.#source.tiles === undefined) return;
    const { size } = this.#frontier;
    for (const [level, hashes] of this.#edge.entries()) {
      if (hashes.length > 0) await this.#compareTile(level, Math.floor(hashesAt(level, size) / TILE_WIDTH), hashes);
    }
    const expected = [...tilesOf(size)].length;
    if (this.#source.tiles.count !== expected) {
      this.#faults.add('tile', 'the tree', `has ${this.#source.tiles.count} tiles instead of ${expected}`);
    }
  }
}
