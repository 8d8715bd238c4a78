import { Readable } from 'node:stream';
import {
  Erasure,
  OwnRecordPage,
  OwnRecordQuery,
  RecordPage,
  RecordParts,
  RecordProof,
  RecordQuery,
  RecordView,
} from '@entente/contracts/audit';
import { PageQuery, Uuid } from '@entente/contracts/terms';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Http } from '../../platform/http/http.ts';
import type { Attribution } from './model.ts';
import type { Audit } from './service/audit.ts';
import { eraseText } from './service/erase.ts';
import { exportLog } from './service/export.ts';
import { readOwnTrail } from './service/own-trail.ts';
import { newestCheckpoint, proveRecord } from './service/prove.ts';
import { readParts, readRecord, searchLog } from './service/read.ts';

/** Who asks, as the room that knows officers attributes it. */
export type AttributeRequest = (request: FastifyRequest) => Attribution;

const TAGS = ['audit'];
const RecordAddress = Type.Object({ id: Uuid });
const PartAddress = Type.Object({ id: Uuid, name: Type.String({ minLength: 1, maxLength: 100 }) });
const Search = Type.Object({ ...RecordQuery.properties, cursor: Type.Optional(Uuid), limit: PageQuery.limit });
const OwnTrail = Type.Object({ ...OwnRecordQuery.properties, cursor: Type.Optional(Uuid) });
const { cursor: _, limit: __, ...filters } = RecordQuery.properties;
const Export = Type.Object({ ...filters, parts: Type.Optional(Type.Boolean()) });

/** The log for people: search, read, prove, export, erase. Each is itself recorded. */
export function registerAudit(http: Http, audit: Audit, attribute: AttributeRequest): void {
  http.get(
    '/api/audit/records',
    {
      config: { gate: { action: 'audit.search', personal: true } },
      schema: { summary: 'Search the log', tags: TAGS, querystring: Search, response: { 200: RecordPage } },
    },
    async (request) => await searchLog(audit, attribute(request), request.query),
  );

  http.get(
    '/api/audit/records/:id',
    {
      config: { gate: { action: 'audit.search', personal: true } },
      schema: { summary: 'One record', tags: TAGS, params: RecordAddress, response: { 200: RecordView } },
    },
    async (request) => await readRecord(audit, attribute(request), request.params.id),
  );

  http.get(
    '/api/audit/records/:id/parts',
    {
      config: { gate: { action: 'audit.read-parts', personal: true } },
      schema: {
        summary: 'The personal parts of a record that are held',
        tags: TAGS,
        params: RecordAddress,
        response: { 200: RecordParts },
      },
    },
    async (request) => await readParts(audit, attribute(request), request.params.id),
  );

  http.get(
    '/api/audit/records/:id/proof',
    {
      config: { gate: { action: 'audit.prove', personal: true } },
      schema: {
        summary: 'Proof that a record is in the log',
        tags: TAGS,
        params: RecordAddress,
        response: { 200: RecordProof },
      },
    },
    async (request) => await proveRecord(audit, attribute(request), request.params.id),
  );

  http.post(
    '/api/audit/records/:id/parts/:name/erasure',
    {
      config: { gate: { action: 'audit.erase', personal: true } },
      schema: {
        summary: "Erase a part's text",
        tags: TAGS,
        params: PartAddress,
        body: Erasure,
        response: { 200: RecordView },
      },
    },
    async (request) => {
      const { id, name } = request.params;
      return await eraseText(audit, attribute(request), { record: id, part: name }, request.body);
    },
  );

  http.get(
    '/api/audit/own',
    {
      config: { gate: { action: 'audit.view-own', personal: false } },
      schema: {
        summary: 'What the officer who asks did himself, without personal texts',
        tags: TAGS,
        querystring: OwnTrail,
        response: { 200: OwnRecordPage },
      },
    },
    async (request) => await readOwnTrail(audit, attribute(request), request.query),
  );

  http.get(
    '/api/audit/export',
    {
      config: { gate: { action: 'audit.export', personal: true } },
      schema: {
        summary: 'The log, or what a search finds, as JSON lines that entente-verify.mjs checks',
        tags: TAGS,
        querystring: Export,
        produces: ['application/jsonl'],
      },
    },
    async (request, reply) => {
      const lines = await exportLog(audit, attribute(request), request.query);
      return reply
        .type('application/jsonl; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="entente-log.jsonl"')
        .send(Readable.from(lines));
    },
  );

  http.get(
    '/api/audit/checkpoint',
    {
      config: { gate: { open: 'the signed head of the log is for peers and says nothing about anyone' } },
      schema: { summary: 'The newest signed head of the log', tags: TAGS, produces: ['text/plain'] },
    },
    async (_request, reply) => {
      const { note } = await newestCheckpoint(audit.db);
      return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(note);
    },
  );
}
