import { ACT_KINDS, PROCEDURES } from '@entente/crypto/act/act';
import type { Motion } from '@entente/node/capabilities/membership/index';
import { type Command, CommandError, EXIT, type Invocation } from '../../command.ts';
import { circulateProposal } from '../../register/circulated.ts';
import { describePending, pendingJson, warnOfPast, weighPending } from '../../register/describe-statement.ts';
import { writeNewAct } from '../../register/files.ts';
import { requireStanding, withRegister } from '../../register/joined-register.ts';
import { BODIES } from '../../register/motions.ts';
import { readMoment, requireText, textOf } from '../../register/words.ts';

export const command: Command = {
  summary: 'Write an act that would follow the newest, for the members to consent to',
  usage: '--kind KIND … --effective-at TIME [--out FILE]',
  details: `
Proposes the act to every member, whose nodes hear of it at once ("entente register pending"); with --out, writes it to a
new FILE instead, for operators to carry. Nothing is decided by it, and proposing is no consent. It is refused here if no
consents could make it an act. By KIND:

  accession      --state STATE --records FILE…     a state becomes a member, with its nodes
  suspension     --state STATE --reason TEXT       its envelopes are refused from that moment
  reinstatement  --state STATE --reason TEXT
  node           --record FILE [--revoke KEY]…     a node as it is to be from then on, or a new one ("entente register
                                                   declare"); keys it names no more are retired, or revoked at once
  treaty         --treaty ID --in-force-from TIME

  --effective-at TIME  from when it holds, UTC: ahead, so that the consents are in by then
  --procedure NAME     ${PROCEDURES.join(', ')}; the usual one of the kind, where it is
                       not said

With --json: {"hash", "consents", "missing", …}.

  ./entente register propose --kind suspension --state PK --reason "…" --effective-at 2026-12-01 --out suspension.json`,
  options: {
    kind: { type: 'string' },
    state: { type: 'string' },
    records: { type: 'string', multiple: true },
    record: { type: 'string' },
    revoke: { type: 'string', multiple: true },
    reason: { type: 'string' },
    treaty: { type: 'string' },
    'in-force-from': { type: 'string' },
    'effective-at': { type: 'string' },
    procedure: { type: 'string' },
    out: { type: 'string' },
  },
  async run(invocation, io) {
    const out = textOf(invocation, 'out');
    const motion = await readMotion(invocation);
    const { composeStatement } = await import('@entente/node/capabilities/membership/index');
    return await withRegister(io, 'propose', async (joined) => {
      const { register } = requireStanding(joined.membership);
      const act = { statement: composeStatement(register, motion), consents: [] };
      const pending = weighPending(register, act);
      if (out === undefined) await circulateProposal(joined, act.statement);
      else await writeNewAct(out, act);
      io.err(warnOfPast(act.statement, joined.clock.now()));
      const { hash } = pending;
      const next =
        out === undefined ? `Proposed to every member: entente register consent --hash ${hash}` : `Wrote ${out}`;
      if (invocation.json) io.out(`${JSON.stringify(pendingJson(pending))}\n`);
      else io.out(`${describePending(register, pending)}\n${next}\n`);
      return EXIT.ok;
    });
  },
};

async function readMotion(invocation: Invocation): Promise<Motion> {
  const asked = requireText(invocation, 'kind', 'what the act is to do');
  const kind = ACT_KINDS.find((known) => known === asked);
  if (kind === undefined || kind === 'founding') {
    throw new CommandError(`--kind is one of ${Object.keys(BODIES).join(', ')}`, EXIT.usage);
  }
  const named = textOf(invocation, 'procedure');
  const procedure = PROCEDURES.find((known) => known === named);
  if (named !== undefined && procedure === undefined) {
    throw new CommandError(`--procedure is one of ${PROCEDURES.join(', ')}`, EXIT.usage);
  }
  const effectiveAt = readMoment(requireText(invocation, 'effective-at', 'from when it holds'), 'effective-at');
  const about = await BODIES[kind](invocation);
  return { kind, ...about, effectiveAt, ...(procedure !== undefined && { procedure }) };
}
