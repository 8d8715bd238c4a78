import { toHex } from '@entente/crypto/bytes';
import { serialiseCanonical } from '@entente/crypto/canonical';
import { createSalt } from '@entente/crypto/commitment';
import type { Json } from '@entente/crypto/json';
import { signCheckpoint } from '@entente/crypto/note/checkpoint';
import { cosign } from '@entente/crypto/note/cosignature';
import { growTree } from '@entente/crypto/tlog/grow';
import { hashLeaf } from '@entente/crypto/tlog/hash';
import { proveInclusion } from '@entente/crypto/tlog/inclusion';
import { readFromTiles } from '@entente/crypto/tlog/tile-reader';
import { createIdSource } from '@entente/crypto/uuid7';
import type { InventedNode } from './invented-organisation.ts';

/** What is recorded; the rest of the leaf is made. */
export interface InventedRecord {
  at: string;
  event: string;
  actor: string;
  subject?: { kind: string; ref: string };
  facts: Record<string, Json>;
}

const createId = createIdSource();

/** A node's log of a few records, in memory. */
export class InventedLog {
  readonly #node: InventedNode;
  readonly #leaves: { [name: string]: Json }[] = [];

  constructor(node: InventedNode) {
    this.#node = node;
  }

  /** Returns the record's id. */
  record({ at, event, actor, subject, facts }: InventedRecord): string {
    const id = createId(new Date(at));
    const leaf = { id, at, salt: toHex(createSalt()), event, actor: { kind: 'node', id: actor }, outcome: 'done' };
    this.#leaves.push({ ...leaf, ...(subject && { subject }), facts, parts: [] });
    return id;
  }

  /** The proof of a record under the newest head, cosigned by these at a moment. */
  async prove(id: string, cosigners: readonly InventedNode[], cosignedAt: string): Promise<Json> {
    const { log, record } = this.#node;
    const hashes = this.#leaves.map((leaf) => hashLeaf(serialiseCanonical(leaf)));
    const { tiles, root } = await growTree(0, hashes, async () => []);
    const index = this.#leaves.findIndex((leaf) => leaf.id === id);
    const read = readFromTiles(async (places) =>
      places.map((place) => tiles.find(({ level, index }) => level === place.level && index === place.index)?.hashes),
    );
    const path = await proveInclusion(index, hashes.length, read);
    const note = signCheckpoint({ origin: record.log.split('+')[0]!, size: hashes.length, root }, log);
    const seconds = Math.floor(Date.parse(cosignedAt) / 1000);
    const lines = cosigners.map((node) => cosign(note, node.record.witness.split('+')[0]!, node.witness, seconds));
    return {
      format: 'entente-record-proof/1',
      content: this.#leaves[index]!,
      index,
      path: path.map(toHex),
      checkpoint: note + lines.join(''),
      verifierKey: record.log,
    };
  }
}
