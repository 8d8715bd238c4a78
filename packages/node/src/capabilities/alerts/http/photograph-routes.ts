import { AlertView } from '@entente/contracts/alerts/alert';
import { Uuid } from '@entente/contracts/terms';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { asUploadProblem } from '../../../platform/http/upload-problem.ts';
import { Problem } from '../../../platform/problem.ts';
import { askingOf } from '../../access/index.ts';
import { MOST_BYTES } from '../photographs/inspect.ts';
import { ALERTS_PROBLEMS } from '../problems.ts';
import type { AlertParts } from '../service/alerts/parts.ts';
import { addPhotograph, removePhotograph, showPhotograph } from '../service/alerts/photographs.ts';

const tags = ['alerts'];
const DRAFT = { gate: { action: 'alerts.draft', personal: true } };
const params = Type.Object({ id: Uuid });
const OnePhotograph = Type.Object({ id: Uuid, photograph: Uuid });
const Revision = Type.Object({ revision: Type.Integer() });

/** Photographs of alerts: add, look, remove. Uploads need the multipart reader, which the imports register. */
export function registerPhotographRoutes(http: Http, parts: AlertParts): void {
  http.post(
    '/api/alerts/:id/photographs',
    {
      config: DRAFT,
      bodyLimit: MOST_BYTES * 2,
      schema: {
        summary: 'Add a photograph: multipart/form-data with one image',
        tags,
        params,
        querystring: Type.Object({ identity: Type.Integer({ minimum: 0 }), ...Revision.properties }),
        response: { 200: AlertView },
      },
    },
    async (request) => {
      const file = await receivePhotograph(request);
      return await addPhotograph(parts, askingOf(request), { id: request.params.id, file, ...request.query });
    },
  );
  http.delete(
    '/api/alerts/:id/photographs/:photograph',
    {
      config: DRAFT,
      schema: {
        summary: 'Remove a photograph',
        tags,
        params: OnePhotograph,
        body: Revision,
        response: { 200: AlertView },
      },
    },
    async (request) => await removePhotograph(parts, askingOf(request), { ...request.params, ...request.body }),
  );
  http.get(
    '/api/alerts/:id/photographs/:photograph',
    {
      config: { gate: { action: 'alerts.view-photograph', personal: true } },
      schema: {
        summary: 'A photograph, watermarked; each look is recorded',
        tags,
        params: OnePhotograph,
        produces: ['image/jpeg'],
      },
    },
    async (request, reply) => {
      const jpeg = await showPhotograph(parts, askingOf(request), request.params);
      return reply.type('image/jpeg').header('cache-control', 'no-store').send(jpeg);
    },
  );
}

/** The one file of a multipart request, in memory: it is small, and never lies on the disk in clear. */
async function receivePhotograph(request: FastifyRequest): Promise<Buffer> {
  try {
    const part = await request.file({ limits: { fileSize: MOST_BYTES + 1, files: 1 } });
    if (!part) throw new Problem(ALERTS_PROBLEMS['no-photograph']);
    const bytes = await part.toBuffer();
    if (bytes.length > MOST_BYTES) throw new Problem(ALERTS_PROBLEMS['photograph-too-large']);
    return bytes;
  } catch (error) {
    throw asUploadProblem(error, ALERTS_PROBLEMS['photograph-too-large']);
  }
}
