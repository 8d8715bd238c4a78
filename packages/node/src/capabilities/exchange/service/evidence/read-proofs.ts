import { ProofsAnswer } from '@entente/contracts/exchange/proofs';
import { Compile } from 'typebox/compile';
import { Problem } from '../../../../platform/problem.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { LinkError, type PeerLink } from '../peer-link.ts';

/** Three proofs with a line of each witness, and then some. */
const MOST_BYTES = 2 ** 20;

const contract = Compile(ProofsAnswer);

/** The other node's half of the evidence of an envelope; a problem where it does not give it. */
export async function readProofs(link: PeerLink, envelope: string, signal: AbortSignal): Promise<ProofsAnswer> {
  const path = `/peer/proofs/${envelope}`;
  const answer = await link.ask({ method: 'GET', path, most: MOST_BYTES }, signal).catch((error: unknown) => {
    if (error instanceof LinkError) throw missing(error.failure);
    throw error;
  });
  const value = parse(Buffer.from(answer.bytes).toString('utf8'));
  if (answer.status === 200 && contract.Check(value)) return value;
  const { code } = (value ?? {}) as { code?: unknown };
  if (code === 'not-yet-proven') throw new Problem(EXCHANGE_PROBLEMS['not-yet-proven']);
  throw missing(typeof code === 'string' && /^[a-z-]{1,60}$/.test(code) ? code : 'wrong-answer');
}

function missing(why: string): Problem {
  return new Problem(EXCHANGE_PROBLEMS['other-half-missing'], { detail: `It answered: ${why}.` });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
