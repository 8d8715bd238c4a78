import { fromHex } from '../bytes.ts';
import { parseCanonical } from '../canonical.ts';
import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { HASH_BYTES } from '../sha256.ts';
import { momentOfId } from '../uuid7.ts';

/** The event by which a part is erased; its subject is the record, its fact `part` the part. */
export const ERASED_EVENT = 'audit.erased';

/** The event by which a node says that it has only the hashes of records `first` to `last`, and why they are gone. */
export const LOST_EVENT = 'audit.content-lost';

/** What of a leaf's content the verifier goes by. The whole shape is `LeafContent` in the contracts. */
export interface Leaf {
  id: string;
  at: string;
  event: string;
  actor: string;
  outcome: string;
  case: string | null;
  /** Commitments to the personal parts, by name. */
  parts: Map<string, Uint8Array>;
  /** Which part this leaf says was erased. */
  erases: { record: string; part: string } | null;
  /** Places in the tree whose contents this leaf says were lost. */
  loses: { first: number; last: number } | null;
}

/** Reads the canonical JSON of a leaf; anything else is refused. */
export function readLeaf(content: string): Leaf {
  const leaf = objectOf(parseCanonical(content));
  const id = textOf(leaf.id);
  const at = textOf(leaf.at);
  if (momentOfId(id) !== Date.parse(at)) throw malformed('the id and the moment of the leaf differ');
  fromHex(textOf(leaf.salt), HASH_BYTES, 'malformed-leaf');
  const event = textOf(leaf.event);
  const outcome = textOf(leaf.outcome);
  return {
    id,
    at,
    event,
    actor: textOf(objectOf(leaf.actor).id),
    outcome,
    case: leaf.case === undefined ? null : textOf(leaf.case),
    parts: partsOf(leaf.parts),
    erases: event === ERASED_EVENT && outcome === 'done' ? erasureOf(leaf) : null,
    loses: event === LOST_EVENT && outcome === 'done' ? lossOf(leaf) : null,
  };
}

function partsOf(value: Json | undefined): Map<string, Uint8Array> {
  if (!Array.isArray(value)) throw malformed('the leaf has no list of parts');
  const parts = new Map<string, Uint8Array>();
  for (const item of value) {
    const part = objectOf(item);
    const name = textOf(part.name);
    if (parts.has(name)) throw malformed('the leaf names a part twice');
    parts.set(name, fromHex(textOf(part.commitment), HASH_BYTES, 'malformed-leaf'));
  }
  return parts;
}

function erasureOf(leaf: { [key: string]: Json }): { record: string; part: string } {
  return { record: textOf(objectOf(leaf.subject).ref), part: textOf(objectOf(leaf.facts).part) };
}

function lossOf(leaf: { [key: string]: Json }): { first: number; last: number } {
  const facts = objectOf(leaf.facts);
  return { first: indexOf(facts.first), last: indexOf(facts.last) };
}

function indexOf(value: Json | undefined): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw malformed('a place in the tree is missing');
  return value as number;
}

function objectOf(value: Json | undefined): { [key: string]: Json } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed('an object is missing');
  return value;
}

function textOf(value: Json | undefined): string {
  if (typeof value !== 'string') throw malformed('a text is missing');
  return value;
}

function malformed(message: string): Refusal {
  return new Refusal('malformed-leaf', message);
}
