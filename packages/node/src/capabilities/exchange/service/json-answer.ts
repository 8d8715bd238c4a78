import { LinkError, type PlainAnswer } from './peer-link.ts';

/** Reads a plain answer as JSON of a contract. Throws a LinkError where it is none, with the problem's code where the peer named one. */
export function readAs<Value>(
  contract: { Check(value: unknown): value is Value },
  { status, bytes }: Pick<PlainAnswer, 'status' | 'bytes'>,
): Value {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw new LinkError('wrong-answer');
  }
  if (status === 200 && contract.Check(value)) return value;
  const { code } = (value ?? {}) as { code?: unknown };
  if (status === 200 || typeof code !== 'string' || !/^[a-z-]{1,60}$/.test(code)) throw new LinkError('wrong-answer');
  throw new LinkError('refused', { problem: code });
}
