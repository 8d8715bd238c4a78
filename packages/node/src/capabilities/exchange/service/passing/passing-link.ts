import { PassingAnswer, type PassingQuery } from '@entente/contracts/exchange/passed';
import { Compile } from 'typebox/compile';
import { readAs } from '../json-answer.ts';
import type { PeerLink } from '../peer-link.ts';

const contract = Compile(PassingAnswer);
const MOST_BYTES = 16 * 1024;

/** Tells a peer that numbers are passed over. Throws a LinkError like the link itself. */
export async function tellPassed(link: PeerLink, query: PassingQuery, signal: AbortSignal): Promise<PassingAnswer> {
  const { headNumber, headHash, first, last, signedBy, signature } = query;
  const path = `/peer/passed?headNumber=${headNumber}&headHash=${headHash}&first=${first}&last=${last}&signedBy=${signedBy}&signature=${signature}`;
  return readAs(contract, await link.ask({ method: 'POST', path, most: MOST_BYTES }, signal));
}
