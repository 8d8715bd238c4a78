import {
  Abandonment,
  AlertFigures,
  AlertPage,
  AlertQuery,
  AlertView,
  Assessment,
  Dispute,
  DisputeResolution,
  NewDraft,
  NewVersion,
  Review,
  SavedDraft,
  SavedFilter,
  Submission,
  Withdrawal,
} from '@entente/contracts/alerts/alert';
import { Catalogue } from '@entente/contracts/alerts/catalogue';
import { Uuid } from '@entente/contracts/terms';
import { Type } from 'typebox';
import type { Http } from '../../../platform/http/http.ts';
import { askingOf } from '../../access/index.ts';
import { dispute, resolveDispute, withdraw } from '../service/alerts/end.ts';
import { forgetFilter, listFilters, saveFilter } from '../service/alerts/filters.ts';
import type { AlertParts } from '../service/alerts/parts.ts';
import { review } from '../service/alerts/review.ts';
import { listAlerts, readAlert } from '../service/alerts/search-alerts.ts';
import { assess, submit } from '../service/alerts/submit.ts';
import { abandonDraft, beginDraft, openVersion, saveDraft } from '../service/alerts/write-draft.ts';
import { countSteps } from '../store/steps.ts';

const SEARCH = { gate: { action: 'alerts.search', personal: true } };
const READ = { gate: { action: 'alerts.read', personal: true } };
const DRAFT = { gate: { action: 'alerts.draft', personal: true } };
const tags = ['alerts'];
const params = Type.Object({ id: Uuid });
const response = { 200: AlertView };
/** Longer than any content the contract takes is typed. */
const BODY_LIMIT = 512 * 1024;

/** Alerts for officers: look, write, review, end. */
export function registerAlertRoutes(http: Http, parts: AlertParts): void {
  registerLooks(http, parts);
  registerWriting(http, parts);
  registerDecisions(http, parts);
  registerFilters(http, parts);
}

function registerLooks(http: Http, parts: AlertParts): void {
  http.get(
    '/api/alerts/catalogue',
    {
      config: { gate: { action: 'alerts.view-catalogue', personal: false } },
      schema: { summary: 'Categories, actions and grounds of alerts', tags, response: { 200: Catalogue } },
    },
    async () => ({
      state: { iso2: parts.state.iso2, iso3: parts.state.iso3 },
      categories: parts.membership.categories(),
      actions: parts.membership.actions(),
      grounds: parts.membership.grounds(),
    }),
  );
  http.get(
    '/api/alerts',
    { config: SEARCH, schema: { summary: 'Alerts', tags, querystring: AlertQuery, response: { 200: AlertPage } } },
    async (request) => await listAlerts(parts, askingOf(request), request.query),
  );
  http.get(
    '/api/alerts/:id',
    { config: READ, schema: { summary: 'An alert', tags, params, response } },
    async (request) => await readAlert(parts, askingOf(request), request.params.id),
  );
  http.get(
    '/api/alerts/figures',
    {
      config: { gate: { open: 'yearly counts are published; no person is in them' } },
      schema: { summary: 'Alerts a year, counted', tags, response: { 200: AlertFigures } },
    },
    async () => await countSteps(parts.db),
  );
}

function registerWriting(http: Http, parts: AlertParts): void {
  http.post(
    '/api/alerts',
    {
      config: DRAFT,
      bodyLimit: BODY_LIMIT,
      schema: { summary: 'Begin a draft', tags, body: NewDraft, response: { 201: AlertView } },
    },
    async (request, reply) => reply.code(201).send(await beginDraft(parts, askingOf(request), request.body)),
  );
  http.put(
    '/api/alerts/:id/draft',
    {
      config: DRAFT,
      bodyLimit: BODY_LIMIT,
      schema: { summary: 'Save what is being written', tags, params, body: SavedDraft, response },
    },
    async (request) => await saveDraft(parts, askingOf(request), { id: request.params.id, ...request.body }),
  );
  http.delete(
    '/api/alerts/:id/draft',
    { config: DRAFT, schema: { summary: 'Give a draft up', tags, params, body: Abandonment, response } },
    async (request) => await abandonDraft(parts, askingOf(request), { id: request.params.id, ...request.body }),
  );
  http.get(
    '/api/alerts/:id/assessment',
    {
      config: DRAFT,
      schema: { summary: 'What stands in the way of a draft', tags, params, response: { 200: Assessment } },
    },
    async (request) => await assess(parts, askingOf(request), request.params.id),
  );
  http.post(
    '/api/alerts/:id/submission',
    { config: DRAFT, schema: { summary: 'Hand to a second officer', tags, params, body: Submission, response } },
    async (request) => await submit(parts, askingOf(request), { id: request.params.id, ...request.body }),
  );
  http.post(
    '/api/alerts/:id/versions',
    { config: DRAFT, schema: { summary: 'Open an amendment or extension', tags, params, body: NewVersion, response } },
    async (request) => await openVersion(parts, askingOf(request), { id: request.params.id, ...request.body }),
  );
}

function registerDecisions(http: Http, parts: AlertParts): void {
  http.post(
    '/api/alerts/:id/review',
    {
      config: { gate: { action: 'alerts.review', personal: true } },
      schema: { summary: "The second officer's decision", tags, params, body: Review, response },
    },
    async (request) => await review(parts, askingOf(request), { id: request.params.id, ...request.body }),
  );
  http.post(
    '/api/alerts/:id/withdrawal',
    {
      config: { gate: { action: 'alerts.withdraw', personal: true } },
      schema: { summary: 'Withdraw an alert', tags, params, body: Withdrawal, response },
    },
    async (request) => await withdraw(parts, askingOf(request), { id: request.params.id, ...request.body }),
  );
  const DISPUTE = { gate: { action: 'alerts.dispute', personal: true } };
  http.post(
    '/api/alerts/:id/dispute',
    { config: DISPUTE, schema: { summary: 'Note that a record is disputed', tags, params, body: Dispute, response } },
    async (request) => await dispute(parts, askingOf(request), { id: request.params.id, ...request.body }),
  );
  http.post(
    '/api/alerts/:id/dispute/resolution',
    { config: DISPUTE, schema: { summary: 'Resolve a dispute', tags, params, body: DisputeResolution, response } },
    async (request) => await resolveDispute(parts, askingOf(request), { id: request.params.id, ...request.body }),
  );
}

function registerFilters(http: Http, parts: AlertParts): void {
  const named = Type.Object({ name: SavedFilter.properties.name });
  const kept = { 200: Type.Array(SavedFilter) };
  http.get(
    '/api/alerts/filters',
    { config: SEARCH, schema: { summary: "The officer's saved filters", tags, response: kept } },
    async (request) => await listFilters(parts, askingOf(request)),
  );
  http.put(
    '/api/alerts/filters/:name',
    {
      config: SEARCH,
      schema: {
        summary: 'Save a filter',
        tags,
        params: named,
        body: Type.Omit(SavedFilter, ['name']),
        response: kept,
      },
    },
    async (request) => await saveFilter(parts, askingOf(request), { name: request.params.name, ...request.body }),
  );
  http.delete(
    '/api/alerts/filters/:name',
    { config: SEARCH, schema: { summary: 'Forget a filter', tags, params: named, response: kept } },
    async (request) => await forgetFilter(parts, askingOf(request), request.params.name),
  );
}
