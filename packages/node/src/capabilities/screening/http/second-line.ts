import { NewReportChoice, ReportReview } from '@entente/contracts/screening/report';
import {
  ClockChange,
  Notice,
  Referral,
  SavedChecklist,
  SecondLinePage,
  SecondLineQuery,
  SecondLineView,
  Verdict,
} from '@entente/contracts/screening/second-line';
import { Language, Uuid } from '@entente/contracts/terms';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { askingOf } from '../../access/index.ts';
import { wellFormed } from '../rules/well-formed.ts';
import type { ScreeningParts } from '../service/parts.ts';
import { makeNotice } from '../service/second-line/notice.ts';
import { readCase, readCases } from '../service/second-line/read-cases.ts';
import { refer } from '../service/second-line/refer.ts';
import { chooseReport, reviewReport } from '../service/second-line/report.ts';
import { changeClock, saveChecklist } from '../service/second-line/steps.ts';
import { giveVerdict } from '../service/second-line/verdict.ts';

const SECOND_LINE = { gate: { action: 'screening.second-line', personal: true } };
const ById = Type.Object({ id: Uuid });
const tags = ['screening'];
const PAGE = 50;
const CASE = '/api/screening/second-line/:id';

/** The second line: a possible hit referred, compared, decided. */
export function registerSecondLine(http: Http, parts: ScreeningParts): void {
  http.post(
    '/api/screening/referrals',
    {
      config: SECOND_LINE,
      schema: {
        summary: 'Take a possible hit to the second line',
        tags,
        body: Referral,
        response: { 200: SecondLineView },
      },
    },
    async (request) => await refer(parts, askingOf(request), wellFormed(request.body)),
  );
  http.get(
    '/api/screening/second-line',
    {
      config: SECOND_LINE,
      schema: {
        summary: 'Cases, travellers masked',
        tags,
        querystring: SecondLineQuery,
        response: { 200: SecondLinePage },
      },
    },
    async (request) => {
      const { open, cursor, limit = PAGE } = request.query;
      return await readCases(parts, askingOf(request), { open, cursor, limit });
    },
  );
  http.get(
    CASE,
    {
      config: SECOND_LINE,
      schema: {
        summary: 'A case, with what its alerts say for comparison',
        tags,
        params: ById,
        response: { 200: SecondLineView },
      },
    },
    async (request) => await readCase(parts, askingOf(request), request.params.id),
  );
  http.get(
    `${CASE}/notice`,
    {
      config: SECOND_LINE,
      schema: {
        summary: 'What the notice to the person prints; no alert content',
        tags,
        params: ById,
        querystring: Type.Object({ language: Type.Optional(Language) }),
        response: { 200: Notice },
      },
    },
    async (request) => await makeNotice(parts, askingOf(request), request.params.id),
  );
  registerSteps(http, parts);
}

function registerSteps(http: Http, parts: ScreeningParts): void {
  http.put(
    `${CASE}/checklist`,
    {
      config: SECOND_LINE,
      schema: {
        summary: 'Save a checklist on the way',
        tags,
        params: ById,
        body: SavedChecklist,
        response: { 200: SecondLineView },
      },
    },
    async (request) => await saveChecklist(parts, askingOf(request), request.params.id, wellFormed(request.body)),
  );
  http.put(
    `${CASE}/clock`,
    {
      config: SECOND_LINE,
      schema: {
        summary: 'Start or stop the detention clock',
        tags,
        params: ById,
        body: ClockChange,
        response: { 200: SecondLineView },
      },
    },
    async (request) => await changeClock(parts, askingOf(request), request.params.id, request.body),
  );
  http.post(
    `${CASE}/verdicts`,
    {
      config: SECOND_LINE,
      schema: {
        summary: 'Say of a candidate whether it is the same person',
        tags,
        params: ById,
        body: Verdict,
        response: { 200: SecondLineView },
      },
    },
    async (request) => await giveVerdict(parts, askingOf(request), request.params.id, wellFormed(request.body)),
  );
  registerReports(http, parts);
}

function registerReports(http: Http, parts: ScreeningParts): void {
  http.post(
    `${CASE}/report-reviews`,
    {
      config: SECOND_LINE,
      schema: {
        summary: 'Confirm or decline, as a second officer, what the owner of an alert is told',
        tags,
        params: ById,
        body: ReportReview,
        response: { 200: SecondLineView },
      },
    },
    async (request) => await reviewReport(parts, askingOf(request), request.params.id, wellFormed(request.body)),
  );
  http.post(
    `${CASE}/report-choices`,
    {
      config: SECOND_LINE,
      schema: {
        summary: 'Choose anew what the owner of an alert is told, after a second officer did not agree',
        tags,
        params: ById,
        body: NewReportChoice,
        response: { 200: SecondLineView },
      },
    },
    async (request) => await chooseReport(parts, askingOf(request), request.params.id, wellFormed(request.body)),
  );
}
