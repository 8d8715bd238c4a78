import { ActsAnswer, ActsQuery } from '@entente/contracts/exchange/acts';
import { DELIVERY_LIMITS, Delivery, DeliveryAnswer, type RegisterHead } from '@entente/contracts/exchange/delivery';
import { EnvelopeId, ProofsAnswer } from '@entente/contracts/exchange/proofs';
import { ReceiptsAnswer, ReceiptsQuery } from '@entente/contracts/exchange/receipts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { offerProofs } from '../service/evidence/offer-proofs.ts';
import { offerActs } from '../service/offer-acts.ts';
import { offerReceipts } from '../service/offer-receipts.ts';
import type { ExchangeParts } from '../service/parts.ts';
import { takeDelivery } from '../service/take-delivery.ts';
import type { Wakes } from '../service/wakes.ts';
import { registerAskRoutes } from './ask-routes.ts';
import { registerAttachmentRoutes } from './attachment-routes.ts';

/** Base64, and the JSON around it. */
const DELIVERY_BODY_LIMIT = Math.ceil((DELIVERY_LIMITS.bytes * 4) / 3) + 64 * 1024;

export interface PeerRouteParts {
  parts: ExchangeParts;
  wakes: Wakes;
  /** The node whose certificate the connection has shown. */
  peerOf(request: FastifyRequest): string;
  onHead(peer: string, head: RegisterHead): void;
  /** Aborted when the server is to close. */
  closing: AbortSignal;
}

/** What other nodes may ask of this one (docs/protocol/envelopes.md). */
export function registerPeerRoutes(http: Http, { parts, wakes, peerOf, onHead, closing }: PeerRouteParts): void {
  http.post(
    '/peer/envelopes',
    { bodyLimit: DELIVERY_BODY_LIMIT, schema: { body: Delivery, response: { 200: DeliveryAnswer } } },
    async (request) => {
      const peer = peerOf(request);
      onHead(peer, request.body.head);
      return await takeDelivery(parts, peer, request.body);
    },
  );
  http.get(
    '/peer/receipts',
    { schema: { querystring: ReceiptsQuery, response: { 200: ReceiptsAnswer } } },
    async (request, reply) => {
      const left = new AbortController();
      reply.raw.once('close', () => left.abort());
      const signal = AbortSignal.any([left.signal, closing]);
      return await offerReceipts(parts, wakes, peerOf(request), request.query, signal);
    },
  );
  http.get(
    '/peer/acts',
    { schema: { querystring: ActsQuery, response: { 200: ActsAnswer } } },
    async (request) => await offerActs(parts, request.query.after),
  );
  registerAskRoutes(http, { parts, peerOf });
  registerAttachmentRoutes(http, { parts, peerOf });
  http.get(
    '/peer/proofs/:envelope',
    { schema: { params: Type.Object({ envelope: EnvelopeId }), response: { 200: ProofsAnswer } } },
    async (request) => await offerProofs(parts, peerOf(request), request.params.envelope),
  );
}
