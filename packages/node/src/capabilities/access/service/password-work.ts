import { randomBytes } from 'node:crypto';
import { Problem } from '../../../platform/problem.ts';
import type { Limits } from '../../membership/index.ts';
import { TooManyWaiting } from '../passwords/turns.ts';
import { PROBLEMS } from '../problems.ts';

/** Runs work on a password; a crowd is told to come again. */
export async function whenFree<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TooManyWaiting)) throw error;
    throw new Problem(PROBLEMS['sign-in-busy'], { headers: { 'retry-after': '2' }, cause: error });
  }
}

/** A password of 20 letters and digits, none of which is mistaken for another: 2^100 possible ones. */
export function generatePassword(): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  const letters = Array.from(randomBytes(20), (byte) => alphabet[byte % alphabet.length]);
  return (letters.join('').match(/.{5}/g) ?? []).join('-');
}

/** Throws the problem of a password that is too short to be set. */
export function requirePassword(password: string, limits: Limits): void {
  const [fault] = findPasswordFaults(password, limits);
  if (fault) throw new Problem(PROBLEMS['weak-password'], { detail: `${fault[0]!.toUpperCase()}${fault.slice(1)}.` });
}

/** What is wrong with a password that is to be set, in words. */
export function findPasswordFaults(password: string, { signIn }: Limits): string[] {
  const { length } = [...password];
  if (length < signIn.passwordMinLength) return [`the password is shorter than ${signIn.passwordMinLength} characters`];
  return length > 1000 ? ['the password is longer than 1000 characters'] : [];
}
