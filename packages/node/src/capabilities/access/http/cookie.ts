import type { FastifyReply, FastifyRequest } from 'fastify';

/** The session's cookie. Under https its name binds it to this host alone (RFC 6265bis, 4.1.3.2). */
export interface SessionCookie {
  read(request: FastifyRequest): string | undefined;
  set(reply: FastifyReply, token: string, endsAt: Date): void;
  clear(reply: FastifyReply): void;
}

export function createSessionCookie(https: boolean): SessionCookie {
  const name = https ? '__Host-entente_session' : 'entente_session';
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: https } as const;
  return {
    read: (request) => request.cookies[name],
    set: (reply, token, endsAt) => void reply.setCookie(name, token, { ...options, expires: endsAt }),
    clear: (reply) => void reply.clearCookie(name, options),
  };
}
