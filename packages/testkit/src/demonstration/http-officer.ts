import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { CSRF_HEADER, PURPOSE_HEADERS, type SessionView } from '@entente/contracts/access';
import type { InventedOfficer } from '../officers.ts';

/** Where a demonstration node is reached on this machine. */
export interface Reach {
  port: number;
  /** The host its browsers name, e.g. `kz.localhost:8700`. */
  host: string;
}

export interface Answered<Body> {
  status: number;
  body: Body;
}

const TRY_AGAIN_MS = 250;
/** Half a minute and more. */
const MOST_TRIES = 150;

/** The node says that it is not to be asked yet. */
function isStarting({ status, body }: Answered<unknown>): boolean {
  const { code } = (body ?? {}) as { code?: string };
  return status === 503 && (code === 'history-held' || code === 'index-not-ready');
}

/** An invented officer who works through the interface, as a browser would: the demonstration's data comes in by no other door. */
export class HttpOfficer {
  readonly #reach: Reach;
  readonly #officer: InventedOfficer;
  #cookie = '';
  #session: SessionView | undefined;

  private constructor(reach: Reach, officer: InventedOfficer) {
    this.#reach = reach;
    this.#officer = officer;
  }

  /** Signs in at one click. */
  static async signIn(reach: Reach, officer: InventedOfficer): Promise<HttpOfficer> {
    const signedIn = new HttpOfficer(reach, officer);
    await signedIn.#signIn();
    return signedIn;
  }

  async #signIn(): Promise<void> {
    const { id, name } = this.#officer;
    const answered = await this.#send<SessionView>('POST', '/api/session/demonstration', {}, { officerId: id });
    if (answered.status !== 200 || !answered.cookie) throw new Error(`${name} could not sign in: ${answered.status}`);
    this.#cookie = answered.cookie;
    this.#session = answered.body;
  }

  /**
   * Asks for something; with a purpose, on its usual legal basis. Whoever tries the demonstration may be signed in as the
   * same officer and end his other sessions, this one among them: he then signs in anew. A node that has just started first hears
   * from its peers what they saw of it; he asks again until it has.
   */
  async ask<Body>(method: string, path: string, body?: unknown, purpose?: string): Promise<Answered<Body>> {
    let signedInAnew = false;
    for (let tries = 1; ; tries += 1) {
      const answered = await this.#askOnce<Body>(method, path, body, purpose);
      if (answered.status === 401 && !signedInAnew) {
        await this.#signIn();
        signedInAnew = true;
      } else if (isStarting(answered) && tries < MOST_TRIES) await setTimeout(TRY_AGAIN_MS);
      else return answered;
    }
  }

  async #askOnce<Body>(method: string, path: string, body?: unknown, purpose?: string): Promise<Answered<Body>> {
    const stated = this.#session?.purposes.find(({ id }) => id === purpose);
    const headers: Record<string, string> = {
      cookie: this.#cookie,
      [CSRF_HEADER]: this.#session?.csrf ?? '',
      ...(stated && {
        [PURPOSE_HEADERS.purpose]: stated.id,
        [PURPOSE_HEADERS.legalBasis]: stated.legalBases[0]!.id,
      }),
    };
    return await this.#send<Body>(method, path, headers, body);
  }

  /** Asks for what must succeed; throws with the answer where it does not. */
  async must<Body>(method: string, path: string, body?: unknown, purpose?: string): Promise<Body> {
    const answered = await this.ask<Body>(method, path, body, purpose);
    if (answered.status < 300) return answered.body;
    throw new Error(
      `${method} ${path} was answered ${answered.status}: ${JSON.stringify(answered.body).slice(0, 600)}`,
    );
  }

  async signOut(): Promise<void> {
    await this.ask('DELETE', '/api/session');
  }

  #send<Body>(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Answered<Body> & { cookie: string | undefined }> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const { port, host } = this.#reach;
    return new Promise((resolve, reject) => {
      const call = request({
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          host,
          origin: `http://${host}`,
          'sec-fetch-site': 'same-origin',
          ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...headers,
        },
      });
      call.on('error', reject);
      call.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const whole = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 0,
            body: (whole === '' ? undefined : JSON.parse(whole)) as Body,
            cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
          });
        });
      });
      call.end(text);
    });
  }
}
