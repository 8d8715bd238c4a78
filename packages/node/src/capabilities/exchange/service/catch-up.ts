import type { RegisterHead } from '@entente/contracts/exchange/delivery';
import { readAct } from '@entente/crypto/act/act';
import { Refusal } from '@entente/crypto/refusal';
import { recordEvent } from '../../audit/index.ts';
import { adoptActs } from '../../membership/index.ts';
import { type ExchangeParts, standingOf } from './parts.ts';
import { LinkError, type PeerLink } from './peer-link.ts';

/**
 * Reads the acts that this node lacks from a peer whose register is newer, until both end alike. Each proves itself; one that
 * may not follow ends it.
 */
export async function catchUp(parts: ExchangeParts, peer: string, link: PeerLink, signal: AbortSignal): Promise<void> {
  const { db, clock, log, membership } = parts;
  for (;;) {
    const { number } = standingOf(parts).register.head;
    const { head, acts } = await link.readActs({ after: number }, signal);
    if (acts.length === 0 || head.number <= number) return;
    const acting = { clock, by: { actor: { kind: 'node' as const, id: peer } } };
    const { adopted } = await db.transaction().execute((tx) => adoptActs(tx, acting, acts.map(readAct)));
    await membership.refresh();
    log.info({ peer, adopted, head: standingOf(parts).register.head.number }, 'the register was behind and caught up');
    if (adopted === 0) return;
  }
}

/** Looks after the register: what peers say of theirs makes this node catch up, one at a time, or tell that they contradict. */
export interface RegisterWatch {
  /** A peer has told the head of its register. */
  heard(peer: string, head: RegisterHead): void;
  stop(): Promise<void>;
}

export function watchRegister(parts: ExchangeParts, linkTo: (peer: string) => PeerLink | undefined): RegisterWatch {
  const stopped = new AbortController();
  const contradicted = new Set<string>();
  let catching: Promise<void> | undefined;

  const start = async (peer: string) => {
    const link = linkTo(peer);
    if (!link) return;
    try {
      await catchUp(parts, peer, link, stopped.signal);
    } catch (error) {
      if (!(error instanceof LinkError || error instanceof Refusal)) throw error;
      // The next answer of any peer begins again.
      parts.log.warn({ peer, reason: error.message }, 'the acts that are lacking could not be read');
    }
  };

  const contradict = async (peer: string, { number, hash }: RegisterHead) => {
    // Told once: a peer that makes hashes up does not fill the log.
    if (contradicted.has(peer)) return;
    contradicted.add(peer);
    parts.log.error({ peer, number }, 'the peer shows another act under the same number');
    await parts.db.transaction().execute((tx) =>
      recordEvent(tx, {
        at: parts.clock.now(),
        event: 'exchange.register-contradicted',
        actor: { kind: 'node', id: peer },
        outcome: 'refused',
        subject: { kind: 'node', ref: peer },
        facts: { number, hash },
      }),
    );
  };

  return {
    heard: (peer, head) => {
      const standing = parts.membership.standing();
      if (!standing || stopped.signal.aborted) return;
      const own = standing.register.head;
      const work =
        head.number > own.number
          ? () => start(peer)
          : head.number === own.number && head.hash !== own.hash
            ? () => contradict(peer, head)
            : undefined;
      if (!work || catching) return;
      catching = work()
        .catch((error) => parts.log.error({ err: error, peer }, 'the register could not be looked after'))
        .finally(() => {
          catching = undefined;
        });
    },
    stop: async () => {
      stopped.abort();
      await catching;
    },
  };
}
