import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, as the cookie carries them. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the store keeps: reading the table opens no session. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The token against cross-site requests; it follows from the session's, so it holds exactly as long. */
export function csrfToken(token: string): string {
  return createHmac('sha256', token).update('entente-csrf').digest('base64url');
}

export function isCsrfToken(given: string | undefined, token: string): boolean {
  const expected = Buffer.from(csrfToken(token));
  const got = Buffer.from(given ?? '');
  return got.length === expected.length && timingSafeEqual(got, expected);
}
