import {
  ImportChange,
  ImportProblem,
  ImportView,
  ListBasis,
  ListFormat,
  ListId,
  ListView,
} from '@entente/contracts/alerts';
import { PageQuery, Uuid } from '@entente/contracts/terms';
import multipart from '@fastify/multipart';
import type { Pool } from 'pg';
import { Type } from 'typebox';
import type { Background } from '../../../platform/background.ts';
import { openEventStream } from '../../../platform/http/event-stream.ts';
import type { Http } from '../../../platform/http/http.ts';
import { Problem } from '../../../platform/problem.ts';
import { askingOf, attribution } from '../../access/index.ts';
import type { Exchange } from '../../exchange/index.ts';
import { receiveAlerts, regainAlerts } from '../exchange.ts';
import { circulateToJoiners } from '../jobs/circulation.ts';
import { numberFeed } from '../jobs/feed.ts';
import { keepAlertTerms } from '../jobs/terms.ts';
import { ALERTS_PROBLEMS } from '../problems.ts';
import type { AlertParts } from '../service/alerts/parts.ts';
import { stateBasis, withdrawBasis } from '../service/bases.ts';
import type { ImportParts } from '../service/import-list.ts';
import { Imports } from '../service/imports.ts';
import { openChanges, openProblems } from '../service/reports.ts';
import { viewImports, viewLists } from '../service/views.ts';
import { findImports } from '../store/imports.ts';
import { registerAlertRoutes } from './alert-routes.ts';
import { registerCirculationRoutes } from './circulation-routes.ts';
import { registerCorrectionRoutes } from './correction-routes.ts';
import { registerPhotographRoutes } from './photograph-routes.ts';
import { receiveFiles, UPLOAD_LIMITS } from './upload.ts';

export interface AlertsParts extends ImportParts, AlertParts {
  pool: Pool;
  exchange: AlertParts['exchange'] & Pick<Exchange, 'receive' | 'regain' | 'onRestored' | 'onPassed'>;
  /** The node's data folder, where uploads lie on their way in. */
  dataDir: string;
}

/** The alerts room of a node: its routes, and what runs beside the requests. */
export interface Alerts {
  registerRoutes(http: Http): Promise<void>;
  background: Background[];
}

const READ = { gate: { action: 'alerts.read-import', personal: true } };
const IMPORT = { gate: { action: 'alerts.import-list', personal: true } };
const ById = Type.Object({ id: Uuid });
const ByList = Type.Object({ list: ListId });
const tags = ['alerts'];

export function openAlerts(parts: AlertsParts): Alerts {
  const imports = new Imports(parts, parts.dataDir);
  receiveAlerts(parts.exchange, parts);
  regainAlerts(parts.exchange, parts);
  return {
    registerRoutes: async (http) => {
      registerListRoutes(http, parts);
      registerAlertRoutes(http, parts);
      registerReportRoutes(http, parts, imports);
      await registerImportRoutes(http, parts, imports);
      registerPhotographRoutes(http, parts);
      registerCirculationRoutes(http, parts);
      registerCorrectionRoutes(http, parts);
    },
    background: [
      numberFeed(parts),
      keepAlertTerms(parts, parts.log),
      circulateToJoiners(parts, parts.log),
      { name: 'list imports', start: () => imports.recover(), stop: () => imports.stop() },
    ],
  };
}

function registerListRoutes(http: Http, parts: AlertsParts): void {
  http.get(
    '/api/alerts/lists',
    {
      config: { gate: { action: 'alerts.view-lists', personal: false } },
      schema: { summary: 'The lists, their bases and counts', tags, response: { 200: Type.Array(ListView) } },
    },
    async () => await viewLists(parts.db),
  );
  const STATE = { gate: { action: 'alerts.state-basis', personal: false } };
  http.put(
    '/api/alerts/lists/:list/basis',
    {
      config: STATE,
      schema: { summary: "State a list's basis", tags, params: ByList, body: ListBasis, response: { 200: ListView } },
    },
    async (request) => {
      await stateBasis(parts, request.params.list, request.body, attribution(askingOf(request)));
      return await viewList(parts, request.params.list);
    },
  );
  http.delete(
    '/api/alerts/lists/:list/basis',
    {
      config: STATE,
      schema: { summary: "Withdraw a list's basis", tags, params: ByList, response: { 200: ListView } },
    },
    async (request) => {
      await withdrawBasis(parts, request.params.list, attribution(askingOf(request)));
      return await viewList(parts, request.params.list);
    },
  );
}

async function viewList(parts: AlertsParts, list: ListId): Promise<ListView> {
  const found = (await viewLists(parts.db)).find((view) => view.id === list);
  if (!found) throw new Problem(ALERTS_PROBLEMS['unknown-list']);
  return found;
}

async function registerImportRoutes(http: Http, parts: AlertsParts, imports: Imports): Promise<void> {
  await http.register(multipart, { limits: UPLOAD_LIMITS });
  http.post(
    '/api/alerts/imports',
    {
      config: IMPORT,
      bodyLimit: UPLOAD_LIMITS.fileSize * 2,
      schema: {
        summary: 'Import a list: multipart/form-data, one part per file',
        tags,
        querystring: Type.Object({
          format: ListFormat,
          list: Type.Optional(ListId),
          confirmRemovals: Type.Optional(Type.Boolean()),
        }),
        response: { 202: ImportView },
      },
    },
    async (request, reply) => {
      const { format, list, confirmRemovals = false } = request.query;
      const upload = await receiveFiles(request, imports.spool);
      const asked = { format, paths: upload.paths, confirmRemovals, attribution: attribution(askingOf(request)) };
      const started = await imports.start({ ...asked, ...(list && { list }) }, upload.remove);
      const [view] = await viewImports(parts.db, [started]);
      return await reply.code(202).send(view as ImportView);
    },
  );
  http.delete(
    '/api/alerts/imports/:id',
    { config: IMPORT, schema: { summary: 'Abort an import', tags, params: ById, response: { 202: ImportView } } },
    async (request, reply) => {
      await imports.abort(request.params.id);
      const [view] = await viewImports(parts.db, [await imports.find(request.params.id)]);
      return await reply.code(202).send(view as ImportView);
    },
  );
}

function registerReportRoutes(http: Http, parts: AlertsParts, imports: Imports): void {
  http.get(
    '/api/alerts/imports',
    {
      config: READ,
      schema: {
        summary: 'Imports, newest first',
        tags,
        querystring: Type.Object({ list: Type.Optional(ListId) }),
        response: { 200: Type.Array(ImportView) },
      },
    },
    async (request) => await viewImports(parts.db, await findImports(parts.db, request.query.list, 100)),
  );
  http.get(
    '/api/alerts/imports/:id',
    { config: READ, schema: { summary: 'An import', tags, params: ById, response: { 200: ImportView } } },
    async (request) => {
      const [view] = await viewImports(parts.db, [await imports.find(request.params.id)]);
      return view as ImportView;
    },
  );
  http.get(
    '/api/alerts/imports/:id/events',
    { config: READ, schema: { summary: 'An import as it goes on: server-sent events `progress`', tags, params: ById } },
    async (request, reply) => {
      await imports.find(request.params.id);
      const stream = openEventStream(request, reply);
      try {
        for await (const now of imports.follow(request.params.id, stream.signal)) {
          const [view] = await viewImports(parts.db, [now]);
          stream.send('progress', view);
        }
      } catch (error) {
        // The answer has begun; whoever follows sees the stream end and may ask again.
        request.log.warn({ err: error, import: request.params.id }, 'following an import broke off');
      }
      stream.close();
      return reply;
    },
  );
  registerPages(http, parts, imports);
}

const Next = Type.Union([Type.String(), Type.Null()]);
const PAGE = 50;

function registerPages(http: Http, parts: AlertsParts, imports: Imports): void {
  const ChangeQuery = Type.Object({
    change: Type.Optional(Type.Enum(['added', 'changed', 'removed'])),
    ...PageQuery,
  });
  http.get(
    '/api/alerts/imports/:id/changes',
    {
      config: READ,
      schema: {
        summary: 'What an import added, changed and removed',
        tags,
        params: ById,
        querystring: ChangeQuery,
        response: { 200: Type.Object({ changes: Type.Array(ImportChange), next: Next, total: Type.Integer() }) },
      },
    },
    async (request) => {
      const { id } = await imports.find(request.params.id);
      const { change, cursor, limit = PAGE } = request.query;
      const page = { after: positionOf(cursor), limit };
      const { rows, ...rest } = await openChanges(parts, id, change, page, attribution(askingOf(request)));
      return { changes: rows, ...rest };
    },
  );
  http.get(
    '/api/alerts/imports/:id/problems',
    {
      config: READ,
      schema: {
        summary: 'What could not be read, and where it stands',
        tags,
        params: ById,
        querystring: Type.Object(PageQuery),
        response: { 200: Type.Object({ problems: Type.Array(ImportProblem), next: Next, total: Type.Integer() }) },
      },
    },
    async (request) => {
      const { id } = await imports.find(request.params.id);
      const { cursor, limit = PAGE } = request.query;
      const page = { after: positionOf(cursor), limit };
      const { rows, ...rest } = await openProblems(parts, id, page, attribution(askingOf(request)));
      return { problems: rows, ...rest };
    },
  );
}

/** A cursor is the number of the last row held; one that was never given begins at the beginning. */
function positionOf(cursor: string | undefined): number {
  return cursor && /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0;
}
