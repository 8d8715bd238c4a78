import { CSRF_HEADER, type SessionView } from '@entente/contracts/access';
import type { Http } from '@entente/node/platform/http/http';
import { purposeHeaders } from '@entente/testkit/node';
import type { LightMyRequestResponse } from 'fastify';

/** A signed-in officer who asks in the course of a case. */
export interface Browser {
  post(url: string, payload: object): Promise<LightMyRequestResponse>;
}

/** Signs an invented officer in at one click. */
export async function browserOf(http: Http, host: string, officerId: string): Promise<Browser> {
  const url = '/api/session/demonstration';
  const answer = await http.inject({ method: 'POST', url, payload: { officerId }, headers: { host } });
  const cookie = [answer.headers['set-cookie']].flat()[0]?.split(';')[0];
  if (answer.statusCode !== 200 || cookie === undefined) throw new Error(`not signed in: ${answer.body}`);
  const headers = {
    host,
    cookie,
    [CSRF_HEADER]: answer.json<SessionView>().csrf ?? '',
    ...purposeHeaders('criminal-investigation', 'legal-assistance', 'KZ-2026-000004'),
  };
  return { post: (path, payload) => http.inject({ method: 'POST', url: path, payload, headers }) };
}
