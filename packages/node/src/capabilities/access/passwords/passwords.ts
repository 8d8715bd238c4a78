import { randomBytes } from 'node:crypto';
import { hashPassword, verifyPassword } from './argon2id.ts';
import { createTurns } from './turns.ts';

/** Password hashing within bounds: a flood of sign-ins costs neither memory nor the main loop. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Against nobody's hash the answer is false, after the same work. Throws TooManyWaiting. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

/** Two of libuv's four threads, so that files and names are still looked up meanwhile; 38 MiB at most. */
const AT_ONCE = 2;
/** The last of them waits about a second. */
const MOST_WAITING = 50;

export function createPasswords(): Passwords {
  const inTurn = createTurns(AT_ONCE, MOST_WAITING);
  let nobody: string | undefined;
  return {
    hash: (password) => inTurn(() => hashPassword(password)),
    async verify(password, hash) {
      nobody ??= await hashPassword(randomBytes(32).toString('hex'));
      const against = hash ?? nobody;
      const matches = await inTurn(() => verifyPassword(password, against));
      return matches && hash !== null;
    },
  };
}
