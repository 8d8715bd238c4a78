import { readCosignatures } from '@entente/crypto/note/cosignature';
import { parseNote } from '@entente/crypto/note/signed-note';
import { parseWitnessKey } from '@entente/crypto/note/verifier-key';
import { Refusal } from '@entente/crypto/refusal';
import { proveGrowth, readCheckpoints } from '../../../audit/index.ts';
import { type AskOutcome, STEP } from '../../model/witnessing.ts';
import { readWitnesses, writeCosignature, writeKnown } from '../../store/witnessing/witnesses.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';
import { LinkError } from '../peer-link.ts';
import type { WitnessLink } from './witness-link.ts';

/** A signed head of this node's own log. */
export interface OwnHead {
  size: number;
  note: string;
}

/** A witness that was away for long is led up step by step; so many in one round. */
const STEPS = 100;

/**
 * Asks a peer to cosign a head of this node's log, from the head on that it cosigned last; its answer says where that is, should
 * this node not know. What it cosigns is kept with the head.
 */
export async function askForCosignature(
  parts: ExchangeParts,
  { node, link }: { node: string; link: WitnessLink },
  target: OwnHead,
  signal: AbortSignal,
): Promise<AskOutcome> {
  let known = (await readWitnesses(parts.db)).get(node)?.known ?? 0;
  for (let step = 0; step < STEPS; step++) {
    if (known > target.size) return { outcome: 'refused', refusal: 'rolled-back', brokenAt: null };
    const head = target.size - known > STEP ? await headWithin(parts, known) : target;
    const came = await askOnce(parts, { node, link }, { head, known }, signal);
    if (came === 'cosigned' && head.size === target.size) return { outcome: 'cosigned' };
    if (came === 'cosigned') known = head.size;
    else if (typeof came === 'number') {
      await writeKnown(parts.db, node, came, parts.clock.now());
      known = came;
    } else return came;
  }
  return { outcome: 'no-answer' };
}

/** The newest head that a witness takes in one step. A fold is far smaller than a step, so there is one. */
async function headWithin({ db }: ExchangeParts, known: number): Promise<OwnHead> {
  const [head] = await readCheckpoints(db, { from: known + 1, to: known + STEP }, 1);
  if (head === undefined) throw new Error(`The log has no signed head between ${known} and ${known + STEP} records`);
  return head;
}

async function askOnce(
  parts: ExchangeParts,
  { node, link }: { node: string; link: WitnessLink },
  { head, known }: { head: OwnHead; known: number },
  signal: AbortSignal,
): Promise<'cosigned' | number | AskOutcome> {
  try {
    const proof = await proveGrowth(parts.db, known, head.size);
    const answer = await link.cosign({ oldSize: known, proof, note: head.note }, signal);
    if ('stale' in answer) return answer.stale;
    if ('refused' in answer) return { outcome: 'refused', refusal: answer.refused, brokenAt: answer.brokenAt };
    return await keep(parts, node, head, answer.cosigned);
  } catch (error) {
    // A tree that does not give its own proof is broken here; whoever asks is told like anybody.
    if (error instanceof Refusal) return { outcome: 'refused', refusal: 'log-altered', brokenAt: null };
    if (error instanceof LinkError) return { outcome: 'no-answer' };
    throw error;
  }
}

/** Keeps the line that is the peer's own, by the register, on this very head; anything else is no answer. */
async function keep(
  parts: ExchangeParts,
  node: string,
  head: OwnHead,
  lines: string,
): Promise<'cosigned' | AskOutcome> {
  const key = parseWitnessKey(standingOf(parts).register.nodes.get(node)!.record.witness);
  const own = `${parseNote(head.note).text}\n${lines}`;
  const signed = readCosignatures(own, [key]).find(({ valid }) => valid);
  if (signed === undefined) return { outcome: 'refused', refusal: 'bad-cosignature', brokenAt: null };
  await parts.db
    .transaction()
    .execute((tx) => writeCosignature(tx, { size: head.size, node, line: signed.line, receivedAt: parts.clock.now() }));
  return 'cosigned';
}
