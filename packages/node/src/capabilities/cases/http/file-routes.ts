import { Readable } from 'node:stream';
import { CASE_FILES, UploadedFile } from '@entente/contracts/cases/files';
import { Uuid } from '@entente/contracts/terms';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { asUploadProblem } from '../../../platform/http/upload-problem.ts';
import { PROBLEMS, Problem } from '../../../platform/problem.ts';
import { askingOf } from '../../access/index.ts';
import { CASES_PROBLEMS } from '../problems.ts';
import { addFile } from '../service/files/add-file.ts';
import { openCaseFile } from '../service/files/open-case-file.ts';
import { removeFile } from '../service/files/remove-file.ts';
import type { CasesParts } from '../service/parts.ts';

const READ = { gate: { action: 'cases.read', personal: true } };
const WORK = { gate: { action: 'cases.work', personal: true } };
const tags = ['cases'];
const FILES = '/api/cases/:id/files';
const OneFile = Type.Object({ id: Uuid, file: Uuid });

/** Files looked at in memory at one time; more are asked to come again. */
const MOST_AT_ONCE = 4;

/** Files of messages: upload, take away again, download. Uploads need the multipart reader, which the alerts' imports register. */
export function registerFileRoutes(http: Http, parts: CasesParts): void {
  let underWay = 0;
  http.post(
    FILES,
    {
      config: WORK,
      bodyLimit: CASE_FILES.bytes + 2 ** 20,
      schema: {
        summary: 'Upload a file for a message: multipart/form-data with one PDF, JPEG, PNG or text',
        tags,
        params: Type.Object({ id: Uuid }),
        response: { 200: UploadedFile },
      },
    },
    async (request) => {
      if (underWay >= MOST_AT_ONCE)
        throw new Problem(PROBLEMS['too-many-requests'], { headers: { 'retry-after': '5' } });
      underWay += 1;
      try {
        return await addFile(parts, askingOf(request), request.params.id, await receiveFile(request));
      } finally {
        underWay -= 1;
      }
    },
  );
  http.delete(
    `${FILES}/:file`,
    {
      config: WORK,
      schema: {
        summary: 'Take a file away that no message has taken up',
        tags,
        params: OneFile,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await removeFile(parts, askingOf(request), request.params.id, request.params.file);
      return reply.code(204).send(null);
    },
  );
  http.get(
    `${FILES}/:file`,
    {
      config: READ,
      schema: {
        summary: 'A file of a message, to be saved; each is recorded',
        tags,
        params: OneFile,
        produces: [...CASE_FILES.mediaTypes],
      },
    },
    async (request, reply) => {
      const { name, mediaType, size, bytes } = await openCaseFile(
        parts,
        askingOf(request),
        request.params.id,
        request.params.file,
      );
      return await reply
        .type(safeType(mediaType))
        .header('content-length', size)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeRfc8187(name)}`)
        .send(Readable.from(bytes()));
    },
  );
}

/** The one file of a multipart request, in memory: it is small, and never lies on the disk in clear. */
async function receiveFile(request: FastifyRequest): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  try {
    const part = await request.file({ limits: { fileSize: CASE_FILES.bytes + 1, files: 1 } });
    if (!part) throw new Problem(CASES_PROBLEMS['no-case-file']);
    const bytes = await part.toBuffer();
    if (bytes.length > CASE_FILES.bytes) throw new Problem(CASES_PROBLEMS['case-file-too-large']);
    return { name: part.filename ?? '', mediaType: part.mimetype.toLowerCase(), bytes };
  } catch (error) {
    throw asUploadProblem(error, CASES_PROBLEMS['case-file-too-large']);
  }
}

/** What a browser is told: one of the types that were looked for in the bytes, or bytes that it only saves. */
function safeType(mediaType: string): string {
  if (mediaType === 'text/plain') return 'text/plain; charset=utf-8';
  return (CASE_FILES.mediaTypes as readonly string[]).includes(mediaType) ? mediaType : 'application/octet-stream';
}

/** RFC 8187, section 3.2.1: what `encodeURIComponent` leaves and the header does not know. */
function encodeRfc8187(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
