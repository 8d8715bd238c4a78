import type { Rest } from '../../../../platform/rounds.ts';
import { readGrowth } from '../../../audit/index.ts';
import type { Opening } from '../../model/opening.ts';
import { closeAll, readOpenings } from '../../store/opening/openings.ts';
import { readWitnesses } from '../../store/witnessing/witnesses.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';
import { LinkError, type PeerLink } from '../peer-link.ts';
import { witnessLink } from '../witnessing/witness-link.ts';
import { type Asking, createAsking } from './ask-seen.ts';
import { beginCatchingUp, openIfCaughtUp, tellContradicted } from './open-channel.ts';
import { seenLink } from './seen-link.ts';
import { settleHistory } from './settle-history.ts';

/** Peers that do not answer at all are waited for so long before the log grows without their word. */
const GRACE_MS = 3000;
/** While something is under way, this often. */
const LOOK_SOON_MS = 100;
/** When all is open: another process may have started, and closed it. */
const LOOK_EVERY_MS = 1000;

/** Closes what is to be asked about: nothing goes out, and no record gets a place, until peers have told what they saw. */
export async function closeUntilTold(parts: ExchangeParts): Promise<void> {
  await parts.history.hold(parts.db);
  await closeAll(parts.db, othersOf(parts), parts.clock.now());
}

/** A node that cannot speak with its peers yet, and whose log none of them has ever cosigned, goes on by itself. */
export async function openUnwitnessed({ db, history }: ExchangeParts): Promise<void> {
  const witnesses = [...(await readWitnesses(db)).values()];
  if (witnesses.every(({ known }) => known === 0)) await history.release(db, 'alone');
}

/** Rounds that ask the peers, and open the log and the channels as they answer. */
export interface StartingAnew {
  round(signal: AbortSignal): Promise<Rest>;
  /** A peer has come to this node: it is there. Whether it was waited for. */
  seen(peer: string): boolean;
}

export function createStartingAnew(parts: ExchangeParts, linkTo: (node: string) => PeerLink): StartingAnew {
  const asking = createAsking(parts, linkTo);
  const patience = createPatience(parts);

  const openLog = async (waiting: readonly string[], signal: AbortSignal): Promise<boolean> => {
    const { told } = asking;
    if (othersOf(parts).length === 0) {
      await parts.history.release(parts.db, 'alone');
      return true;
    }
    if (told.size === 0)
      patience.say('no peer can be reached: nothing goes out and the log waits until one tells what it saw');
    const isAll = waiting.every((node) => told.has(node));
    if (told.size === 0 || !(isAll || patience.isOver())) return false;
    const settled = await settleHistory(parts, told, (node) => witnessLink(linkTo(node)), signal);
    if (settled === 'mirrors-away')
      patience.say('those that mirror what peers have seen of this log cannot be reached');
    if (settled === 'contradicted') await contradictAll(parts, asking);
    return settled === 'settled';
  };

  return {
    round: async (signal) => {
      const waiting = inState(parts, await readOpenings(parts.db), 'waiting');
      const held = (await readGrowth(parts.db)) === 'held';
      if (waiting.length === 0 && !held) {
        patience.renew();
        asking.told.clear();
      } else {
        patience.begin();
        await asking.ask(waiting, signal);
        if (!held || (await openLog(waiting, signal))) await catchUp(parts, asking, { waiting, linkTo, signal });
      }
      const isBehind = await openCaughtUp(parts);
      return { afterMs: isBehind || (held && !patience.isOver()) ? LOOK_SOON_MS : LOOK_EVERY_MS };
    },
    seen: asking.hurry,
  };
}

/** How long peers have been waited for, and what was said of it: once. */
function createPatience({ log }: Pick<ExchangeParts, 'log'>) {
  let since: number | undefined;
  let said: string | undefined;
  const isOver = () => since !== undefined && performance.now() - since > GRACE_MS;
  return {
    begin: () => {
      since ??= performance.now();
    },
    renew: () => {
      since = undefined;
      said = undefined;
    },
    isOver,
    say: (what: string) => {
      if (said !== what && isOver()) {
        log.warn(what);
        said = what;
      }
    },
  };
}

async function contradictAll(parts: ExchangeParts, { told }: Asking): Promise<void> {
  await parts.db.transaction().execute(async (tx) => {
    for (const node of told.keys()) await tellContradicted(parts, tx, node, 'history');
  });
  told.clear();
}

async function catchUp(
  parts: ExchangeParts,
  asking: Asking,
  work: { waiting: readonly string[]; linkTo: (node: string) => PeerLink; signal: AbortSignal },
): Promise<void> {
  for (const node of work.waiting) {
    const seen = asking.told.get(node);
    if (!seen) continue;
    asking.told.delete(node);
    try {
      await beginCatchingUp(parts, { node, link: seenLink(work.linkTo(node)), seen }, work.signal);
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      asking.failed(node);
    }
  }
}

/** Whether some channel still catches up. */
async function openCaughtUp(parts: ExchangeParts): Promise<boolean> {
  const openings = await readOpenings(parts.db);
  let isBehind = false;
  for (const node of inState(parts, openings, 'catching-up')) {
    if (!(await openIfCaughtUp(parts, node, openings.get(node)!))) isBehind = true;
  }
  return isBehind;
}

function othersOf(parts: ExchangeParts): string[] {
  const { register, self } = standingOf(parts);
  return [...register.nodes.keys()].filter((node) => node !== self);
}

/** Nodes of the register whose channel stands like that; one nothing is known of waits. */
function inState(parts: ExchangeParts, openings: ReadonlyMap<string, Opening>, state: Opening['state']): string[] {
  return othersOf(parts).filter((node) => (openings.get(node)?.state ?? 'waiting') === state);
}
