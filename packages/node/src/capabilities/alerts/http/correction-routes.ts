import { ListId } from '@entente/contracts/alerts';
import {
  CorrectionDecision,
  EntryRef,
  ListEntryView,
  NewCorrection,
  ProposedCorrections,
} from '@entente/contracts/alerts/corrections';
import { Uuid } from '@entente/contracts/terms';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { askingOf } from '../../access/index.ts';
import type { AlertParts } from '../service/alerts/parts.ts';
import { decide, proposeCorrection, withdrawCorrection } from '../service/corrections/correct-entry.ts';
import { viewEntry, viewProposed } from '../service/corrections/view-entry.ts';

const READ = { gate: { action: 'alerts.read-entry', personal: true } };
const CORRECT = { gate: { action: 'alerts.correct-entry', personal: true } };
const REVIEW = { gate: { action: 'alerts.review-correction', personal: true } };
const ByEntry = Type.Object({ list: ListId, ref: EntryRef });
const ById = Type.Object({ id: Uuid });
const tags = ['alerts'];

/** Entries of imported lists, and what this state corrects beside them. */
export function registerCorrectionRoutes(http: Http, parts: AlertParts): void {
  http.get(
    '/api/alerts/lists/:list/entries/:ref',
    {
      config: READ,
      schema: {
        summary: 'An entry of a list, and its corrections',
        tags,
        params: ByEntry,
        response: { 200: ListEntryView },
      },
    },
    async (request) => await viewEntry(parts, askingOf(request), request.params),
  );
  http.get(
    '/api/alerts/corrections',
    {
      config: READ,
      schema: { summary: 'Corrections that await a second officer', tags, response: { 200: ProposedCorrections } },
    },
    async (request) => await viewProposed(parts, askingOf(request)),
  );
  http.post(
    '/api/alerts/lists/:list/entries/:ref/corrections',
    {
      config: CORRECT,
      schema: {
        summary: 'Propose a correction beside an entry',
        tags,
        params: ByEntry,
        body: NewCorrection,
        response: { 200: ListEntryView },
      },
    },
    async (request) => await proposeCorrection(parts, askingOf(request), { ...request.params, ...request.body }),
  );
  http.post(
    '/api/alerts/corrections/:id/decision',
    {
      config: REVIEW,
      schema: {
        summary: 'Confirm or decline a correction, as the second officer',
        tags,
        params: ById,
        body: CorrectionDecision,
        response: { 200: ListEntryView },
      },
    },
    async (request) => await decide(parts, askingOf(request), { ...request.params, ...request.body }),
  );
  http.post(
    '/api/alerts/corrections/:id/withdrawal',
    {
      config: CORRECT,
      schema: { summary: 'Take a correction back', tags, params: ById, response: { 200: ListEntryView } },
    },
    async (request) => await withdrawCorrection(parts, askingOf(request), request.params.id),
  );
}
