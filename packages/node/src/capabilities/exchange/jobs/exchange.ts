import type { Pool } from 'pg';
import type { Background } from '../../../platform/background.ts';
import { type Leading, leadOrWait } from '../../../platform/database/leading.ts';
import { type Listening, listen } from '../../../platform/database/listen.ts';
import { httpsLink } from '../exchange/https-link.ts';
import { type PeerServer, startPeerServer } from '../exchange/peer-server.ts';
import { type RegisterWatch, watchRegister } from '../service/catch-up.ts';
import type { ExchangeParts } from '../service/parts.ts';
import type { PeerLink } from '../service/peer-link.ts';
import type { Wakes } from '../service/wakes.ts';
import { EXCHANGE_CHANNEL } from '../store/notices.ts';
import { createCourier } from './courier.ts';

export interface ExchangeWork {
  parts: ExchangeParts;
  pool: Pool;
  wakes: Wakes;
  host: string;
  port: number;
}

/**
 * Exchanges envelopes for as long as the node is in an organisation: listens to its peers in every process, sends and applies
 * in one. A node that joins while it runs begins then.
 */
export function exchangeEnvelopes({ parts, pool, wakes, host, port }: ExchangeWork): Background {
  const links = new Map<string, PeerLink>();
  let server: PeerServer | undefined;
  let register: RegisterWatch | undefined;
  let leading: Leading | undefined;
  let listening: Listening | undefined;
  let ignore = () => {};
  let queue = Promise.resolve();

  const linkTo = (peer: string): PeerLink => {
    const link = links.get(peer) ?? httpsLink(parts, peer);
    links.set(peer, link);
    return link;
  };

  const begin = async () => {
    server = await startPeerServer(parts, wakes, { host, port });
    register = watchRegister(parts, linkTo);
    const courier = createCourier(parts, wakes, linkTo, register.heard);
    leading = leadOrWait(pool, 'exchange.courier', courier, parts.log);
    listening = await listen(pool, EXCHANGE_CHANNEL, wakes.wake, parts.log);
  };

  /** What was pinned, addressed or sealed to may have changed with the register. */
  const renew = async () => {
    if (!parts.membership.standing()) return;
    if (!server) return await begin();
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
    name: 'exchange',
    start: async () => {
      ignore = parts.membership.onRegisterChanged(soon);
      if (parts.membership.standing()) await begin();
    },
    stop: async () => {
      ignore();
      await queue;
      await leading?.stop();
      await register?.stop();
      await listening?.close();
      for (const link of links.values()) link.reset();
      await server?.close();
    },
  };
}
