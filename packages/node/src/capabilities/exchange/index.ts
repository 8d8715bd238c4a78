import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import type { Background } from '../../platform/background.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Http } from '../../platform/http/http.ts';
import type { Log } from '../../platform/log.ts';
import type { Attribution, History } from '../audit/index.ts';
import { registerAsks, registerExchange } from './http.ts';
import { closeAtStart } from './jobs/close-at-start.ts';
import { exchangeEnvelopes } from './jobs/exchange.ts';
import type { FindMeant } from './model/asks.ts';
import type { Outgoing } from './model/envelopes.ts';
import type { OnPassed } from './model/outbox.ts';
import { createFiles, type Files } from './service/attachments/files.ts';
import { giveOpened } from './service/give-opened.ts';
import { createHandlers, type Handlers } from './service/handlers.ts';
import { createKept } from './service/kept.ts';
import { createExchangeMetrics } from './service/metrics.ts';
import { createRegainers, type Regainers } from './service/opening/regainers.ts';
import { isHistoryHeld, requireHistory } from './service/opening/require-history.ts';
import type { ExchangeParts } from './service/parts.ts';
import { send, sendMany } from './service/send.ts';
import { viewSent } from './service/view-sent.ts';
import { createWakes } from './service/wakes.ts';
import { whyClosed } from './service/why-closed.ts';
import { findAskHit } from './store/asks/hits.ts';
import { eraseReceivedAbout, eraseSentAbout } from './store/erasure.ts';

export { gatherEvidence } from './exchange/evidence.ts';
export { verifyPeerLog } from './exchange/verify-peer.ts';
export type { AskHit, FindMeant, Meant } from './model/asks.ts';
export type {
  Apply,
  ApplyRun,
  Outgoing,
  Reason,
  ReceivedAttachment,
  ReceivedEnvelope,
  Verdict,
} from './model/envelopes.ts';
export type { ArrivedFile, Enclosed, FileView, OpenFile, TakenAttachments } from './model/files.ts';
export type { Regained } from './model/opening.ts';
export { EXCHANGE_PROBLEMS } from './problems.ts';
export type { Files } from './service/attachments/files.ts';
export { releaseDeadLetter, viewDeadLetters } from './service/dead-letters.ts';
export { eraseContents } from './service/erase-contents.ts';
export { releaseHistory } from './service/opening/release-history.ts';
export { LinkError } from './service/peer-link.ts';
export { send } from './service/send.ts';
export { type ChannelStep, resumeChannel, suspendChannel } from './service/suspend-channel.ts';
export { viewPeers } from './service/view-peers.ts';
export { type Sent, viewSent } from './service/view-sent.ts';
export type { LogVerdict } from './service/witnessing/verify-log.ts';
export { SEALED_TABLES } from './store/sealed-tables.ts';

/** The room, put together. */
export interface Exchange {
  /** Puts an envelope into the outbox, in the transaction of the thing itself. */
  send(tx: Tx, outgoing: Outgoing): Promise<{ id: string }>;
  /** Puts many into the outbox in one statement, in their order. Returns the ids of the rows. */
  sendMany(tx: Tx, outgoing: readonly Outgoing[]): Promise<string[]>;
  /** What became of rows of the outbox, by the ids that `send` gave. */
  viewSent: typeof viewSent;
  /** Files that travel with envelopes, beside the stream. */
  files: Files;
  /** Tells an envelope's sender, once, that somebody here has opened what it brought. */
  opened(tx: Tx, by: Attribution, envelope: string): Promise<boolean>;
  /** Registers who applies envelopes of a type; before the node starts. */
  receive: Handlers['register'];
  /** Registers what a room does again, after a restore, of what it had sent; before the node starts. */
  regain: Regainers['register'];
  /** Tells a room, within its transaction, that a restore has shown: what it numbers itself it has to number higher. */
  onRestored(listener: (tx: Tx) => Promise<void>): void;
  /** Registers a room that is told which of its envelopes a restored node will never have, since what they said is erased. */
  onPassed(listener: OnPassed): void;
  /** Erases what envelopes said about something: those of this node's own, or those of the node they came from. */
  eraseAbout(tx: Tx, about: string, from: string | null): Promise<void>;
  /** Whether this node has yet to hear from its peers what it may have done and forgotten; and the refusal of what must wait for that. */
  isHistoryHeld: typeof isHistoryHeld;
  requireHistory: typeof requireHistory;
  /** Closes the log and the channels until peers have told what they saw; to be started before anything else. */
  closing: Background;
  /** Whether peers may know of changes that this node has forgotten: what it answers may be old. */
  isStale(): boolean;
  /** Says what questions of other nodes are put to; before the node starts. */
  answerAsks(find: FindMeant): void;
  /** What a reference stands for that an answer of this node gave to a node; undefined where it gave it none such, or keeps it no more. */
  findAskHit: typeof findAskHit;
  /** Why neither files nor questions pass between this node and another now; undefined where they may. */
  whyClosed(node: string): ReturnType<typeof whyClosed>;
  /** Registers what officers see of the channels, and how they ask other nodes. */
  register(http: Http): void;
  background: Background;
  /** A round of witnessing now, beside those that come by themselves. */
  witness(): Promise<void>;
}

export interface OpenExchange {
  db: Database;
  pool: Pool;
  clock: Clock;
  log: Log;
  registry: Registry;
  membership: ExchangeParts['membership'];
  history: History;
  /** Where other nodes reach this one; nothing listens while it is in no organisation. */
  peerHost: string;
  peerPort: number;
  /** From one round of witnessing to the next. */
  witnessEveryMs: number;
}

/** Opens the room. */
export function openExchange({ pool, registry, peerHost, peerPort, witnessEveryMs, ...from }: OpenExchange): Exchange {
  const parts: ExchangeParts = {
    ...from,
    handlers: createHandlers(),
    regainers: createRegainers(),
    restored: [],
    passed: [],
    written: createKept(),
    arrived: createKept(),
    metrics: createExchangeMetrics(registry),
  };
  const closing = closeAtStart(parts);
  const background = exchangeEnvelopes({
    parts,
    pool,
    wakes: createWakes(),
    host: peerHost,
    port: peerPort,
    witnessEveryMs,
  });
  return {
    send: (tx, outgoing) => send(parts, tx, outgoing),
    sendMany: (tx, outgoing) => sendMany(parts, tx, outgoing),
    viewSent,
    files: createFiles(parts),
    opened: (tx, by, envelope) => giveOpened(parts, tx, by, envelope),
    receive: parts.handlers.register,
    regain: parts.regainers.register,
    onRestored: (listener) => void parts.restored.push(listener),
    onPassed: (listener) => void parts.passed.push(listener),
    eraseAbout: (tx, about, from) => (from === null ? eraseSentAbout(tx, about) : eraseReceivedAbout(tx, from, about)),
    isHistoryHeld,
    requireHistory,
    closing: closing.background,
    isStale: closing.isStale,
    answerAsks: (find) => {
      parts.findMeant = find;
    },
    findAskHit,
    whyClosed: (node) => whyClosed(parts, node),
    register: (http) => {
      registerExchange(http, parts);
      registerAsks(http, { ...parts, linkTo: background.linkTo });
    },
    background,
    witness: background.witness,
  };
}
