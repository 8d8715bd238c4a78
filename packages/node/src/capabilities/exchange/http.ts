import { ChannelChange, DeadLetters, PeersView, Released } from '@entente/contracts/exchange';
import { AskAnswers, AskingChange, AskRecipients, AskRequest } from '@entente/contracts/exchange/asks';
import { WitnessesView } from '@entente/contracts/exchange/witnesses';
import { Uuid } from '@entente/contracts/terms';
import { Type } from 'typebox';
import type { Http } from '../../platform/http/http.ts';
import { askingOf, attribution } from '../access/index.ts';
import { type AskingParts, askPeers } from './service/asks/ask-peers.ts';
import { pauseAsking, resumeAsking } from './service/asks/pause-state.ts';
import { viewRecipients } from './service/asks/view-recipients.ts';
import { releaseDeadLetter, viewDeadLetters } from './service/dead-letters.ts';
import type { ExchangeParts } from './service/parts.ts';
import { resumeChannel, suspendChannel } from './service/suspend-channel.ts';
import { viewPeers } from './service/view-peers.ts';
import { viewWitnesses } from './service/witnessing/view-witnesses.ts';

const VIEW = { gate: { action: 'exchange.view-channels', personal: false } };
const RELEASE = { gate: { action: 'exchange.release', personal: false } };
const SUSPEND = { gate: { action: 'exchange.suspend', personal: false } };
const ASK = { gate: { action: 'exchange.ask', personal: true } };
const tags = ['exchange'];
const State = Type.Object({ state: Type.String({ pattern: '^[A-Z]{2}$' }) });
const Node = Type.Object({ node: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }) });

/** Channels with other nodes, for those who keep and watch them; bodies are never shown. */
export function registerExchange(http: Http, parts: Pick<ExchangeParts, 'db' | 'clock' | 'membership'>): void {
  http.get(
    '/api/exchange/peers',
    {
      config: VIEW,
      schema: { summary: 'Other nodes, and how the channels with them fare', tags, response: { 200: PeersView } },
    },
    async () => await viewPeers(parts),
  );
  http.get(
    '/api/exchange/witnesses',
    {
      config: VIEW,
      schema: { summary: 'Who vouches for whose log, and who does not', tags, response: { 200: WitnessesView } },
    },
    async () => await viewWitnesses(parts),
  );
  http.get(
    '/api/exchange/dead-letters',
    {
      config: VIEW,
      schema: { summary: 'Envelopes that were refused or had expired', tags, response: { 200: DeadLetters } },
    },
    async () => await viewDeadLetters(parts.db),
  );
  http.post(
    '/api/exchange/dead-letters/:id/release',
    {
      config: RELEASE,
      schema: {
        summary: 'Send a held envelope again, as a new one',
        tags,
        params: Type.Object({ id: Uuid }),
        response: { 200: Released },
      },
    },
    async (request) => await releaseDeadLetter(parts, attribution(askingOf(request)), request.params.id),
  );
  http.post(
    '/api/exchange/peers/:node/suspension',
    {
      config: SUSPEND,
      schema: {
        summary: "Suspend the channel with a node, by this node's own decision",
        tags,
        params: Node,
        body: ChannelChange,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await suspendChannel(parts, attribution(askingOf(request)), { ...request.params, ...request.body });
      return reply.code(204).send(null);
    },
  );
  http.post(
    '/api/exchange/peers/:node/resumption',
    {
      config: SUSPEND,
      schema: {
        summary: 'Open the channel again',
        tags,
        params: Node,
        body: ChannelChange,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await resumeChannel(parts, attribution(askingOf(request)), { ...request.params, ...request.body });
      return reply.code(204).send(null);
    },
  );
}

/** Questions to other nodes, and whose questions are answered here. */
export function registerAsks(http: Http, parts: AskingParts): void {
  http.post(
    '/api/asks',
    {
      config: ASK,
      schema: {
        summary: 'Ask other nodes about one person or document, in one case: hit or no-hit',
        tags,
        body: AskRequest,
        response: { 200: AskAnswers },
      },
    },
    async (request) => await askPeers(parts, askingOf(request), request.body),
  );
  http.get(
    '/api/asks/recipients',
    {
      config: ASK,
      schema: { summary: 'Which nodes may be asked, and which not now', tags, response: { 200: AskRecipients } },
    },
    async () => await viewRecipients(parts),
  );
  for (const [path, summary, change] of [
    ['pause', "Answer a state's questions no more, by this node's own decision", pauseAsking],
    ['resumption', "Answer a state's questions again", resumeAsking],
  ] as const) {
    http.post(
      `/api/exchange/asking/:state/${path}`,
      {
        config: SUSPEND,
        schema: { summary, tags, params: State, body: AskingChange, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        await change(parts, attribution(askingOf(request)), { ...request.params, ...request.body });
        return reply.code(204).send(null);
      },
    );
  }
}
