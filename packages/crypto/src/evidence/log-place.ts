import type { Register } from '../act/register.ts';
import type { Json } from '../json.ts';
import type { Leaf } from '../log/leaf.ts';
import { verifyProof } from '../log/proof.ts';
import { encodeVerifierKey } from '../note/verifier-key.ts';
import { Refusal } from '../refusal.ts';
import { anything, count, list, object, one, readShape, text } from '../shape.ts';
import type { NoteKeys } from './note-keys.ts';
import { type Vouching, vouchingOf } from './vouching.ts';

/** Where a record stands in the log of a node, and how far that is vouched for. */
export interface LogPlace extends Vouching {
  node: string;
  /** Id of the record. */
  record: string;
  at: string;
  log: string;
  index: number;
  /** Leaves of the tree whose head proves it. */
  size: number;
}

/** What of a leaf's content evidence goes by. */
export interface EvidentLeaf extends LogPlace {
  event: string;
  subject: { kind: string; ref: string } | null;
  facts: { [name: string]: Json };
}

/** `RecordProof`, without a field more: what nobody checks, nobody is told. */
const PROOF = object({
  format: one('entente-record-proof/1'),
  content: anything,
  index: count,
  path: list(text(/^[0-9a-f]{64}$/), { most: 53 }),
  checkpoint: text(/^/, 100_000),
  verifierKey: text(/^/, 400),
});

/** Proves that a record is in a node's log, by the keys that the register names for it. */
export function proveLogPlace(
  proof: Json,
  node: string,
  { register, keys }: { register: Register; keys: NoteKeys },
): EvidentLeaf {
  const { checkpoint, verifierKey } = readShape(proof, PROOF, 'malformed-proof');
  const log = keys.logs.filter((named) => named.node === node).map(({ key }) => key);
  const key = log.find((candidate) => encodeVerifierKey(candidate) === verifierKey);
  if (key === undefined)
    throw new Refusal('unknown-signer', `the register never named this key for the log of ${node}`);
  const { leaf, index, size, origin } = verifyProof(proof, verifierKey);
  const vouching = vouchingOf(checkpoint, { register, keys, log: [key] });
  return { node, record: leaf.id, at: leaf.at, log: origin, index, size, ...vouching, ...contentOf(proof, leaf) };
}

function contentOf(proof: Json, { event }: Leaf): Pick<EvidentLeaf, 'event' | 'subject' | 'facts'> {
  const { subject, facts } = (proof as { content: { [name: string]: Json } }).content;
  return {
    event,
    subject: subject === undefined ? null : readShape(subject, SUBJECT, 'malformed-leaf'),
    facts: typeof facts === 'object' && facts !== null && !Array.isArray(facts) ? facts : {},
  };
}

const SUBJECT = object({ kind: text(/^/), ref: text(/^/, 1000) });
