import type { Pool } from 'pg';
import type { Background } from '../../../platform/background.ts';
import { type Leading, leadOrWait } from '../../../platform/database/leading.ts';
import { type Listening, listen } from '../../../platform/database/listen.ts';
import { KeyNotHeld } from '../../membership/index.ts';
import { httpsLink } from '../exchange/https-link.ts';
import { type PeerServer, startPeerServer } from '../exchange/peer-server.ts';
import { type RegisterWatch, watchRegister } from '../service/catch-up.ts';
import { closeUntilTold, openUnwitnessed } from '../service/opening/start-anew.ts';
import type { ExchangeParts } from '../service/parts.ts';
import type { PeerLink } from '../service/peer-link.ts';
import type { Wakes } from '../service/wakes.ts';
import { witnessRound } from '../service/witnessing/round.ts';
import { EXCHANGE_CHANNEL } from '../store/notices.ts';
import { type Courier, createCourier, type LinkTo } from './courier.ts';
import { createStarting, type Starting } from './starting-anew.ts';
import { createSweeping } from './sweeping.ts';
import { createWitnessing } from './witnessing.ts';

export interface ExchangeWork {
  parts: ExchangeParts;
  pool: Pool;
  wakes: Wakes;
  host: string;
  port: number;
  /** From one round of witnessing to the next. */
  witnessEveryMs: number;
}

export interface ExchangeBackground extends Background {
  /** A round of witnessing, now. */
  witness(): Promise<void>;
  /** The way to a peer, the same for all that goes to it. */
  linkTo: LinkTo;
}

/**
 * Exchanges envelopes for as long as the node is in an organisation: listens to its peers in every process, sends and applies
 * in one. A node that joins while it runs begins then.
 */
export function exchangeEnvelopes(work: ExchangeWork): ExchangeBackground {
  const { parts, pool, wakes, host, port, witnessEveryMs } = work;
  const links = new Map<string, PeerLink>();
  let server: PeerServer | undefined;
  let register: RegisterWatch | undefined;
  let courier: Courier | undefined;
  let leading: Leading | undefined;
  let witnessing: Leading | undefined;
  let sweeping: Leading | undefined;
  let starting: Leading | undefined;
  let startingWork: Starting | undefined;
  let listening: Listening | undefined;
  let ignore = () => {};
  let queue = Promise.resolve();

  const linkTo: LinkTo = (peer, apart) => {
    const name = apart === undefined ? peer : `${peer}/${apart}`;
    const link = links.get(name) ?? httpsLink(parts, peer);
    links.set(name, link);
    return link;
  };

  const begin = async () => {
    const watch = watchRegister(parts, linkTo);
    const onSeen = (peer: string) => {
      courier?.seen(peer);
      startingWork?.seen(peer);
    };
    try {
      server = await startPeerServer(parts, { wakes, host, port, onSeen, onHead: watch.heard, linkTo });
    } catch (error) {
      if (!(error instanceof KeyNotHeld)) throw error;
      await openUnwitnessed(parts);
      // The act that brings it into force is taken note of when it does.
      return parts.log.warn({ reason: error.message }, 'nothing is exchanged without a certificate');
    }
    register = watch;
    startingWork = createStarting(parts, wakes, linkTo);
    starting = leadOrWait(pool, 'exchange.starting-anew', startingWork, parts.log);
    courier = createCourier(parts, wakes, linkTo, watch.heard);
    leading = leadOrWait(pool, 'exchange.courier', courier, parts.log);
    const rounds = createWitnessing(parts, linkTo, witnessEveryMs);
    witnessing = leadOrWait(pool, 'exchange.witnessing', rounds, parts.log);
    sweeping = leadOrWait(pool, 'exchange.sweeping', createSweeping(parts), parts.log);
    listening = await listen(pool, EXCHANGE_CHANNEL, wakes.wake, parts.log);
  };

  /** What was pinned, addressed or sealed to may have changed with the register. */
  const renew = async () => {
    if (!parts.membership.standing()) return;
    if (!server) {
      await closeUntilTold(parts);
      return await begin();
    }
    server.renew();
    for (const link of links.values()) link.reset();
    wakes.wake();
  };

  const soon = () => {
    queue = queue.then(renew).catch((error) => {
      parts.log.error({ err: error }, 'what the register changed between nodes was not taken note of');
    });
  };

  return {
    linkTo,
    witness: () => witnessRound(parts, linkTo, new AbortController().signal),
    name: 'exchange',
    start: async () => {
      ignore = parts.membership.onRegisterChanged(soon);
      if (parts.membership.standing()) await begin();
    },
    stop: async () => {
      ignore();
      await queue;
      await starting?.stop();
      await witnessing?.stop();
      await sweeping?.stop();
      await leading?.stop();
      await register?.stop();
      await listening?.close();
      for (const link of links.values()) link.reset();
      await server?.close();
    },
  };
}
