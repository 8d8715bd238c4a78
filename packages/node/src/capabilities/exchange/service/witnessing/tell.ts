import { toBase64 } from '@entente/crypto/bytes';
import { readClaimedHead } from '@entente/crypto/note/checkpoint';
import type { Tx } from '../../../../platform/database/database.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { WitnessState } from '../../model/witnessing.ts';
import type { WitnessChange } from '../../rules/witnessing/witness-state.ts';
import { lockLog } from '../../store/witnessing/cosigned.ts';
import { hasSplitView, insertSplitView, type SplitProof } from '../../store/witnessing/split-views.ts';
import { noteNotRefused, noteRefused } from '../../store/witnessing/watched-logs.ts';
import type { ExchangeParts } from '../parts.ts';

type TellParts = Pick<ExchangeParts, 'clock' | 'log'>;

/** Whose log it is. */
export interface LogOf {
  node: string;
  origin: string;
}

/** A log's heads are not cosigned: told when that begins, and when the reason is another one. */
export async function tellRefused(
  { clock, log }: TellParts,
  tx: Tx,
  { node, origin }: LogOf,
  { why, brokenAt }: { why: string; brokenAt: number | null },
): Promise<void> {
  if (!(await noteRefused(tx, origin, { since: clock.now(), why, brokenAt }))) return;
  log.error({ peer: node, log: origin, why, brokenAt }, 'the heads of this log are not cosigned any more');
  await recordEvent(tx, {
    at: clock.now(),
    event: 'exchange.cosigning-refused',
    actor: { kind: 'node', id: node },
    outcome: 'refused',
    subject: { kind: 'node', ref: node },
    facts: { log: origin, code: why, ...(brokenAt !== null && { brokenAt }) },
  });
}

/** A log's heads are cosigned; told where they were not before. */
export async function tellCosigned({ clock, log }: TellParts, tx: Tx, { node, origin }: LogOf): Promise<void> {
  if (!(await noteNotRefused(tx, origin))) return;
  log.info({ peer: node, log: origin }, 'the heads of this log are cosigned again');
  await recordEvent(tx, {
    at: clock.now(),
    event: 'exchange.cosigning-resumed',
    actor: { kind: 'node', id: node },
    outcome: 'done',
    subject: { kind: 'node', ref: node },
    facts: { log: origin },
  });
}

/** Two histories of one log: both notes are kept, the first time. */
export async function tellSplitView(
  { clock, log }: TellParts,
  tx: Tx,
  { node, origin }: LogOf,
  { held, shown, by }: { held: string; shown: string; by: string },
): Promise<void> {
  await lockLog(tx, origin);
  if (await hasSplitView(tx, origin)) return;
  const [one, other] = [readClaimedHead(held), readClaimedHead(shown)];
  log.error({ peer: node, log: origin, sizes: [one.size, other.size], shownBy: by }, 'the log has two histories');
  const { id } = await recordEvent(tx, {
    at: clock.now(),
    event: 'exchange.split-view-found',
    actor: { kind: 'node', id: by },
    outcome: 'refused',
    subject: { kind: 'node', ref: node },
    facts: {
      log: origin,
      heldSize: one.size,
      heldRoot: toBase64(one.root),
      shownSize: other.size,
      shownRoot: toBase64(other.root),
      shownBy: by,
    },
  });
  const proof: SplitProof = { log: origin, held, shown, node: by, foundAt: clock.now() };
  await insertSplitView(tx, proof, id);
}

const EVENTS = {
  silent: 'exchange.witness-silent',
  refusing: 'exchange.witness-refused',
  cosigning: 'exchange.witness-restored',
} as const satisfies Record<WitnessChange, string>;

/** A witness of this node's log has fallen silent, refuses, or cosigns again. */
export async function tellWitness(
  { clock, log }: TellParts,
  tx: Tx,
  node: string,
  { news, state: { refusal, brokenAt } }: { news: WitnessChange; state: WitnessState },
): Promise<void> {
  const facts = { ...(refusal !== null && { code: refusal }), ...(brokenAt !== null && { brokenAt }) };
  if (news === 'cosigning') log.info({ peer: node }, "the peer cosigns this node's log again");
  else log.error({ peer: node, news, ...facts }, "the peer does not cosign this node's log");
  await recordEvent(tx, {
    at: clock.now(),
    event: EVENTS[news],
    actor: { kind: 'node', id: node },
    outcome: news === 'cosigning' ? 'done' : 'refused',
    subject: { kind: 'node', ref: node },
    facts,
  });
}
