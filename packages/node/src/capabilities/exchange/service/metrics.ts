import { Counter, type Registry } from 'prom-client';

/** What the room counts. Depths are read from the database by the page of peers. */
export interface ExchangeMetrics {
  envelopes: Counter<'peer' | 'direction'>;
  /** Sealed bytes of attachments. */
  attachmentBytes: Counter<'peer' | 'direction'>;
  /** Requests and envelopes of peers that are not worth a signed word: by the problem's code. */
  garbage: Counter<'code'>;
  /** Connections that ended before anybody was known at the other end. */
  handshakesRefused: Counter;
}

export function createExchangeMetrics(registry: Registry): ExchangeMetrics {
  return {
    envelopes: new Counter({
      name: 'entente_exchange_envelopes_total',
      help: 'Envelopes delivered to peers (out) and stored from them (in)',
      labelNames: ['peer', 'direction'] as const,
      registers: [registry],
    }),
    attachmentBytes: new Counter({
      name: 'entente_exchange_attachment_bytes_total',
      help: 'Sealed bytes of attachments given to peers (out) and pulled from them (in)',
      labelNames: ['peer', 'direction'] as const,
      registers: [registry],
    }),
    garbage: new Counter({
      name: 'entente_exchange_garbage_total',
      help: 'Envelopes and requests of peers that were no authentic part of their stream, by problem',
      labelNames: ['code'] as const,
      registers: [registry],
    }),
    handshakesRefused: new Counter({
      name: 'entente_exchange_handshakes_refused_total',
      help: 'TLS connections to the peer port that showed no pinned certificate',
      registers: [registry],
    }),
  };
}
