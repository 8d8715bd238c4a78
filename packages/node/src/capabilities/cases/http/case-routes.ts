import { CasePage, CaseQuery, CaseView, Duty } from '@entente/contracts/cases';
import { NewMessage, NewOutcome } from '@entente/contracts/cases/entries';
import { Uuid } from '@entente/contracts/terms';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { askingOf } from '../../access/index.ts';
import { acknowledge } from '../service/acknowledge.ts';
import type { CasesParts } from '../service/parts.ts';
import { readFollowUp, readFollowUps } from '../service/read-follow-ups.ts';
import { recordOutcome } from '../service/record-outcome.ts';
import { writeMessage } from '../service/write-message.ts';
import { countDuty } from '../store/duty.ts';

const READ = { gate: { action: 'cases.read', personal: true } };
const WORK = { gate: { action: 'cases.work', personal: true } };
const DUTY = { gate: { action: 'cases.view-duty', personal: false } };
const ById = Type.Object({ id: Uuid });
const tags = ['cases'];
const CASE = '/api/cases/:id';

/** Hits followed up, for the contact point and those who supervise it. */
export function registerCases(http: Http, parts: CasesParts): void {
  http.get(
    '/api/cases/duty',
    {
      config: DUTY,
      schema: { summary: 'What the duty desk hears, in numbers that name nobody', tags, response: { 200: Duty } },
    },
    async () => await countDuty(parts.db, parts.clock.now()),
  );
  http.get(
    '/api/cases',
    {
      config: READ,
      schema: {
        summary: 'Cases, those that changed last first',
        tags,
        querystring: CaseQuery,
        response: { 200: CasePage },
      },
    },
    async (request) => await readFollowUps(parts, askingOf(request), request.query),
  );
  http.get(
    CASE,
    {
      config: READ,
      schema: { summary: 'A case with its thread', tags, params: ById, response: { 200: CaseView } },
    },
    async (request) => await readFollowUp(parts, askingOf(request), request.params.id),
  );
  registerSteps(http, parts);
}

function registerSteps(http: Http, parts: CasesParts): void {
  http.post(
    `${CASE}/messages`,
    {
      config: WORK,
      schema: {
        summary: 'Write to the other side, or ask for or give supplementary information',
        tags,
        params: ById,
        body: NewMessage,
        response: { 200: CaseView },
      },
    },
    async (request) => await writeMessage(parts, askingOf(request), request.params.id, request.body),
  );
  http.post(
    `${CASE}/acknowledgement`,
    {
      config: WORK,
      schema: { summary: 'Take a hit up', tags, params: ById, response: { 200: CaseView } },
    },
    async (request) => await acknowledge(parts, askingOf(request), request.params.id),
  );
  http.post(
    `${CASE}/outcome`,
    {
      config: WORK,
      schema: {
        summary: 'Record what came of it; the owner closes the case with it',
        tags,
        params: ById,
        body: NewOutcome,
        response: { 200: CaseView },
      },
    },
    async (request) => await recordOutcome(parts, askingOf(request), request.params.id, request.body),
  );
}
