import {
  PassengerListReading,
  PassengerListReport,
  PassengerListRequest,
  PassengerLists,
  PassengerListView,
} from '@entente/contracts/screening/passenger-list';
import { Uuid } from '@entente/contracts/terms';
import { Type } from 'typebox';
import { openEventStream } from '../../../platform/http/event-stream.ts';
import type { Http } from '../../../platform/http/http.ts';
import { askingOf } from '../../access/index.ts';
import { wellFormed } from '../rules/well-formed.ts';
import type { ScreeningParts } from '../service/parts.ts';
import { cancelList, closeList } from '../service/passenger-lists/end-list.ts';
import { followList, readLists, readListView, readReport } from '../service/passenger-lists/read-lists.ts';
import { previewList, takeList } from '../service/passenger-lists/take-list.ts';

/** A file of a megabyte in base64, with its name and how it is to be read. */
const BODY_LIMIT = 2 * 1024 * 1024;
const CHECK_LIST = { gate: { action: 'screening.check-list', personal: true } };
const ById = Type.Object({ id: Uuid });
const tags = ['screening'];

/** Lists of passengers: handed over, followed, read and erased by the officer whose they are. `onTaken` is told of each new one. */
export function registerPassengerLists(http: Http, parts: ScreeningParts, onTaken: () => void): void {
  http.post(
    '/api/screening/passenger-lists/readings',
    {
      config: CHECK_LIST,
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'How a passenger list would be read; nothing of it is kept',
        tags,
        body: PassengerListRequest,
        response: { 200: PassengerListReading },
      },
    },
    async (request) => previewList(parts, wellFormed(request.body)),
  );
  http.post(
    '/api/screening/passenger-lists',
    {
      config: CHECK_LIST,
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'Check everybody on a passenger list, at most 500',
        tags,
        body: PassengerListRequest,
        response: { 202: PassengerListView },
      },
    },
    async (request, reply) => {
      const taken = await takeList(parts, askingOf(request), wellFormed(request.body));
      onTaken();
      return await reply.code(202).send(taken);
    },
  );
  http.get(
    '/api/screening/passenger-lists',
    { config: CHECK_LIST, schema: { summary: 'Own lists that stand', tags, response: { 200: PassengerLists } } },
    async (request) => await readLists(parts, askingOf(request)),
  );
  registerOne(http, parts);
}

function registerOne(http: Http, parts: ScreeningParts): void {
  http.get(
    '/api/screening/passenger-lists/:id',
    {
      config: CHECK_LIST,
      schema: { summary: 'How far a list is', tags, params: ById, response: { 200: PassengerListView } },
    },
    async (request) => await readListView(parts, askingOf(request), request.params.id),
  );
  http.get(
    '/api/screening/passenger-lists/:id/events',
    {
      config: CHECK_LIST,
      schema: { summary: 'A list as it goes on: server-sent events `progress`', tags, params: ById },
    },
    async (request, reply) => {
      const asking = askingOf(request);
      await readListView(parts, asking, request.params.id);
      const stream = openEventStream(request, reply);
      try {
        for await (const now of followList(parts, asking, request.params.id, stream.signal))
          stream.send('progress', now);
      } catch (error) {
        // The answer has begun; whoever follows sees the stream end and may ask again.
        request.log.warn({ err: error, list: request.params.id }, 'following a passenger list broke off');
      }
      stream.close();
      return reply;
    },
  );
  http.get(
    '/api/screening/passenger-lists/:id/report',
    {
      config: CHECK_LIST,
      schema: {
        summary: 'Who may be meant, as far as it is',
        tags,
        params: ById,
        response: { 200: PassengerListReport },
      },
    },
    async (request) => await readReport(parts, askingOf(request), request.params.id),
  );
  http.post(
    '/api/screening/passenger-lists/:id/cancellation',
    {
      config: CHECK_LIST,
      schema: { summary: 'Stop a list', tags, params: ById, response: { 200: PassengerListView } },
    },
    async (request) => await cancelList(parts, askingOf(request), request.params.id),
  );
  http.delete(
    '/api/screening/passenger-lists/:id',
    {
      config: CHECK_LIST,
      schema: { summary: 'Close a report: what is left of the list is erased', tags, params: ById },
    },
    async (request, reply) => {
      await closeList(parts, askingOf(request), request.params.id);
      return await reply.code(204).send();
    },
  );
}
