import type { SessionView } from '../../packages/contracts/src/access.ts';
import { type Answer, ask } from './running-node.ts';

/** An officer of the demonstration who speaks to the node's interface without a browser. */
export class ApiOfficer {
  readonly #port: number;
  #cookie = '';
  session!: SessionView;

  private constructor(port: number) {
    this.#port = port;
  }

  /** Signs in with one click as the first invented officer who holds `role`. */
  static async signIn(port: number, role: string): Promise<ApiOfficer> {
    const officer = new ApiOfficer(port);
    const open = JSON.parse((await ask(port, 'GET', '/api/session')).text) as SessionView;
    const offer = open.offers.find((one) => one.roles.some((held) => held === role));
    if (!offer) throw new Error(`the demonstration offers no ${role}`);
    const answer = await officer.call('POST', '/api/session/demonstration', { officerId: offer.officerId });
    if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${answer.text}`);
    officer.#cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    officer.session = JSON.parse(answer.text) as SessionView;
    return officer;
  }

  /** A call with session, CSRF token and the purpose given, in JSON unless a body and its type are handed in. */
  call(method: string, path: string, body?: unknown, purpose?: string, contentType?: string): Promise<Answer> {
    const chosen = this.session?.purposes.find((one) => one.id === purpose);
    const headers: Record<string, string> = {
      origin: `http://kz.localhost:${this.#port}`,
      'sec-fetch-site': 'same-origin',
      ...(this.#cookie ? { cookie: this.#cookie } : {}),
      ...(this.session?.csrf ? { 'entente-csrf': this.session.csrf } : {}),
      ...(chosen ? { 'entente-purpose': chosen.id, 'entente-legal-basis': chosen.legalBases[0]?.id ?? '' } : {}),
      ...(body === undefined ? {} : { 'content-type': contentType ?? 'application/json' }),
    };
    const text = body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    return ask(this.#port, method, path, headers, text as string | Buffer | undefined);
  }
}

/** One file as a multipart body, with its content type. */
export function asUpload(name: string, content: Buffer): { body: Buffer; type: string } {
  const boundary = `entente-${name.length}-${content.length}`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}
