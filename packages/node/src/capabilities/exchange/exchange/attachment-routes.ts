import { AttachmentPlace, AttachmentRefusal, ChunkPlace } from '@entente/contracts/exchange/attachments';
import type { FastifyRequest } from 'fastify';
import type { Http } from '../../../platform/http/http.ts';
import { offerChunk } from '../service/attachments/offer-chunk.ts';
import { takeOutcome } from '../service/attachments/take-outcome.ts';
import type { ExchangeParts } from '../service/parts.ts';

const AT = '/peer/attachments/:envelope/:position';

/** Files of envelopes that went to the node that asks (docs/protocol/attachments.md). */
export function registerAttachmentRoutes(
  http: Http,
  { parts, peerOf }: { parts: ExchangeParts; peerOf(request: FastifyRequest): string },
): void {
  http.get(`${AT}/:chunk`, { schema: { params: ChunkPlace } }, async (request, reply) => {
    const sealed = await offerChunk(parts, peerOf(request), request.params);
    return await reply.type('application/octet-stream').send(sealed);
  });
  http.post(`${AT}/arrival`, { schema: { params: AttachmentPlace } }, async (request, reply) => {
    await takeOutcome(parts, peerOf(request), request.params, null);
    return await reply.code(204).send();
  });
  http.post(
    `${AT}/refusal`,
    { schema: { params: AttachmentPlace, querystring: AttachmentRefusal } },
    async (request, reply) => {
      await takeOutcome(parts, peerOf(request), request.params, request.query.code);
      return await reply.code(204).send();
    },
  );
}
