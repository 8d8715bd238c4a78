import type { FastifyReply, FastifyRequest } from 'fastify';

/** A cookie that scripts and other sites cannot use. Under https its name binds it to this host alone (RFC 6265bis, 4.1.3.2). */
export interface Cookie {
  read(request: FastifyRequest): string | undefined;
  set(reply: FastifyReply, token: string, endsAt: Date): void;
  clear(reply: FastifyReply): void;
}

function createCookie(plainName: string, https: boolean): Cookie {
  const name = https ? `__Host-${plainName}` : plainName;
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: https } as const;
  return {
    read: (request) => request.cookies[name],
    set: (reply, token, endsAt) => void reply.setCookie(name, token, { ...options, expires: endsAt }),
    clear: (reply) => void reply.clearCookie(name, options),
  };
}

/** The session's cookie. */
export function createSessionCookie(https: boolean): Cookie {
  return createCookie('entente_session', https);
}

/** Ties a challenge to the browser that was asked, in which nobody is signed in yet. */
export function createChallengeCookie(https: boolean): Cookie {
  return createCookie('entente_challenge', https);
}
