import { randomBytes } from 'node:crypto';
import { hashPassword, verifyPassword } from './argon2id.ts';

/** Password hashing within bounds: a flood of sign-ins costs neither memory nor the main loop. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Against nobody's hash the answer is false, after the same work. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

/** More sign-ins wait than can be answered in about a second. */
export class PasswordsBusy extends Error {
  constructor() {
    super('too many passwords are waiting to be checked');
    this.name = 'PasswordsBusy';
  }
}

/** Two of libuv's four threads, so that files and names are still looked up meanwhile; 38 MiB at most. */
const AT_ONCE = 2;
const MOST_WAITING = 50;

export function createPasswords(): Passwords {
  const waiting: (() => void)[] = [];
  let running = 0;
  let nobody: string | undefined;

  const inTurn = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (running < AT_ONCE) running += 1;
    else {
      if (waiting.length >= MOST_WAITING) throw new PasswordsBusy();
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };

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
