import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CSRF_HEADER, PURPOSE_HEADERS, type SessionView } from '@entente/contracts/access';
import { foundDemonstration, readFounding } from '@entente/node/capabilities/access/index';
import { composeNode, type Node } from '@entente/node/compose';
import type { Background } from '@entente/node/platform/background';
import type { Clock } from '@entente/node/platform/clock';
import { readConfig } from '@entente/node/platform/config';
import type { Http } from '@entente/node/platform/http/http';
import { createLog, type Log } from '@entente/node/platform/log';
import type { LightMyRequestResponse } from 'fastify';
import type { TestDatabase } from './database.ts';
import { DEMONSTRATION_AUTHORITIES, DEMONSTRATION_OFFICERS, type InventedOfficer } from './officers.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  forward(minutes: number): void;
}

export function testClock(start = new Date()): TestClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    forward: (minutes) => {
      now += minutes * 60_000;
    },
  };
}

/** A request as a test words it. */
export interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  payload?: object | string | Buffer;
  headers?: Record<string, string>;
  remoteAddress?: string;
}

/** A browser in which somebody has signed in, or nobody. */
export interface Browser {
  view: SessionView;
  cookie: string;
  ask(asked: Asked): Promise<LightMyRequestResponse>;
}

/** The node as it is composed, without a socket. */
export interface TestNode extends Pick<Node, 'exchange' | 'membership'> {
  http: Http;
  clock: TestClock;
  /** The `Host` a browser at the machine would send. */
  host: string;
  /** The node's data folder. */
  dataDir: string;
  nobody: Browser;
  /** Signs an invented officer in at one click; only on a demonstration. */
  signIn(officer: InventedOfficer): Promise<Browser>;
  /** A browser that holds the session of this answer to a sign-in. */
  browserOf(answer: LightMyRequestResponse): Browser;
  /** Work that runs beside the requests, for a test to start and stop. */
  background: Background[];
  /** Closes the server and removes the node's folder unless it was given; the database is the test file's own. */
  close(): Promise<void>;
}

export interface TestNodeOptions {
  clock?: TestClock;
  /** Founded as a demonstration with its invented officers, unless false. */
  demonstration?: boolean;
  /** The node's data folder, for one that is composed again; it stays when the node is closed. */
  dataDir?: string;
  log?: Log;
  env?: Record<string, string>;
}

/** Composes a node of Kazakhstan's over a test file's database. Background work is left to the test. */
export async function testNode(database: TestDatabase, options: TestNodeOptions = {}): Promise<TestNode> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'entente-node-')));
  const config = readConfig({
    ENTENTE_STATE: 'KZ',
    ENTENTE_LOG_LEVEL: 'error',
    ENTENTE_DATA_DIR: dataDir,
    ...options.env,
  });
  const clock = options.clock ?? testClock();
  if (options.demonstration !== false && !(await readFounding(database.db))) {
    await foundDemonstration(
      { db: database.db, clock },
      { state: config.state, authorities: DEMONSTRATION_AUTHORITIES, officers: DEMONSTRATION_OFFICERS },
    );
  }
  const log = options.log ?? createLog(config.logLevel);
  const opened = { ...database, lost: new Promise<Error>(() => {}) };
  const foundation = { config, log, clock, database: opened, sealing: database.sealing };
  const { http, exchange, membership, background } = await composeNode(foundation);
  if (options.dataDir === undefined) http.addHook('onClose', () => rm(dataDir, { recursive: true, force: true }));
  const host = `${config.publicHost}:${config.port}`;
  const browse = (view: SessionView, cookie: string): Browser => ({
    view,
    cookie,
    ask: ({ headers, ...asked }) =>
      http.inject({
        ...asked,
        headers: {
          host,
          ...(cookie && { cookie }),
          ...(view.csrf && { [CSRF_HEADER]: view.csrf }),
          ...headers,
        },
      }),
  });
  const nobody = browse({ csrf: null } as SessionView, '');
  const browserOf: TestNode['browserOf'] = (answer) => {
    const set = [answer.headers['set-cookie']].flat().find((one) => one?.includes('entente_session='));
    if (answer.statusCode !== 200 || !set)
      throw new Error(`The sign-in was answered ${answer.statusCode}: ${answer.body}`);
    return browse(answer.json<SessionView>(), set.split(';')[0]!);
  };
  const signIn: TestNode['signIn'] = async ({ id }) =>
    browserOf(await nobody.ask({ method: 'POST', url: '/api/session/demonstration', payload: { officerId: id } }));
  const close = () => http.close();
  return { http, exchange, membership, clock, host, dataDir, nobody, signIn, browserOf, background, close };
}

/** The headers of a request for personal data. */
export function purposeHeaders(purpose: string, legalBasis: string, caseReference?: string): Record<string, string> {
  return {
    [PURPOSE_HEADERS.purpose]: purpose,
    [PURPOSE_HEADERS.legalBasis]: legalBasis,
    ...(caseReference !== undefined && { [PURPOSE_HEADERS.caseReference]: encodeURIComponent(caseReference) }),
  };
}
