import { Inquiries, InquiryView, NewDecision, NewInquiry } from '@entente/contracts/cases/inquiries';
import { Uuid } from '@entente/contracts/terms';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { askingOf } from '../../access/index.ts';
import { askOwner } from '../service/inquiries/ask-owner.ts';
import { decideInquiry } from '../service/inquiries/decide.ts';
import { readInquiries, readInquiry } from '../service/inquiries/read-inquiries.ts';
import type { CasesParts } from '../service/parts.ts';

const READ = { gate: { action: 'cases.read', personal: true } };
const WORK = { gate: { action: 'cases.work', personal: true } };
const ById = Type.Object({ id: Uuid });
const tags = ['cases'];

/** What asks hit, told by its owner: asked for on one side, decided on the other. */
export function registerInquiries(http: Http, parts: CasesParts): void {
  http.get(
    '/api/inquiries',
    {
      config: READ,
      schema: {
        summary: 'Inquiries after hits of asks, those that wait for this state first',
        tags,
        response: { 200: Inquiries },
      },
    },
    async (request) => await readInquiries(parts, askingOf(request)),
  );
  http.get(
    '/api/inquiries/:id',
    {
      config: READ,
      schema: { summary: 'An inquiry as a whole', tags, params: ById, response: { 200: InquiryView } },
    },
    async (request) => await readInquiry(parts, askingOf(request), request.params.id),
  );
  http.post(
    '/api/inquiries',
    {
      config: WORK,
      schema: {
        summary: 'Ask the owner that answered with a hit to tell what was hit',
        tags,
        body: NewInquiry,
        response: { 200: InquiryView },
      },
    },
    async (request) => await askOwner(parts, askingOf(request), request.body),
  );
  http.post(
    '/api/inquiries/:id/decision',
    {
      config: WORK,
      schema: {
        summary: 'Tell what was hit, or do not',
        tags,
        params: ById,
        body: NewDecision,
        response: { 200: InquiryView },
      },
    },
    async (request) => await decideInquiry(parts, askingOf(request), request.params.id, request.body),
  );
}
