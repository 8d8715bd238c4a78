import type { PassingAnswer, PassingQuery } from '@entente/contracts/exchange/passed';
import { toHex } from '@entente/crypto/bytes';
import { signPassed } from '@entente/crypto/envelope/passed';
import { recordEvent } from '../../../audit/index.ts';
import { advanceOver } from '../../store/outgoing.ts';
import { insertPassed, type Run, readRowsOf } from '../../store/passed.ts';
import { type ExchangeParts, headOf, standingOf } from '../parts.ts';
import type { PeerLink } from '../peer-link.ts';
import { tellPassed } from './passing-link.ts';

/** Tells a node that numbers are used up whose envelopes cannot be sent any more; and the rooms that it will never have them. */
export async function passOver(
  parts: ExchangeParts,
  { node, link }: { node: string; link: PeerLink },
  run: Run,
  signal: AbortSignal,
): Promise<PassingAnswer> {
  const answer = await tellPassed(link, sign(parts, node, run), signal);
  if (answer.stop === null && answer.received >= run.last) await keepPassed(parts, node, run);
  return answer;
}

function sign(parts: ExchangeParts, node: string, run: Run): PassingQuery {
  const { register, self } = standingOf(parts);
  const { number: headNumber, hash: headHash } = headOf(register);
  const { id: signedBy, key } = parts.membership.keys.signing();
  const passed = { organisation: register.organisation, from: self, to: node, ...run };
  return { headNumber, headHash, ...run, signedBy, signature: toHex(signPassed(passed, key)) };
}

async function keepPassed(parts: ExchangeParts, node: string, run: Run): Promise<void> {
  const { db, clock, log } = parts;
  const committed = await db.transaction().execute(async (tx) => {
    const at = clock.now();
    const { id: record } = await recordEvent(tx, {
      at,
      event: 'exchange.passed-over',
      actor: { kind: 'node', id: standingOf(parts).self },
      outcome: 'done',
      subject: { kind: 'node', ref: node },
      facts: { ...run },
    });
    await insertPassed(tx, { ...run, node, direction: 'out', at, record });
    await advanceOver(tx, node, run.last, at);
    const then: (() => void)[] = [];
    for await (const rows of readRowsOf(tx, node, run)) {
      for (const tell of parts.passed) then.push(await tell(tx, node, rows));
    }
    return then;
  });
  for (const go of committed) go();
  log.info({ peer: node, ...run }, 'numbers were passed over: what their envelopes said is erased');
}
