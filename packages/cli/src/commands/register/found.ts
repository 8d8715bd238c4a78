import type { Act } from '@entente/crypto/act/act';
import type { NodeRecord } from '@entente/crypto/act/node-record';
import { Refusal } from '@entente/crypto/refusal';
import { type Command, CommandError, EXIT, type Invocation, type Io } from '../../command.ts';
import { describePending, pendingJson, weighPending } from '../../register/describe-statement.ts';
import { readRecord, writeNewAct } from '../../register/files.ts';
import { listOf, readMoment, requireText, textOf } from '../../register/words.ts';

export const command: Command = {
  summary: 'Write the founding act of an organisation, for its members to consent to',
  usage: '--organisation ID --records FILE… --out FILE [--effective-at TIME]',
  details: `
Makes the founding statement out of the records that the nodes' operators declared, and writes it to a new FILE, with no
consents yet. The holders of the members' nodes are the founding members; treaties in force are those the profile dates.
Nothing is decided by it: each member looks at the file and consents ("entente register consent"), and the hash of the
statement is the pin that everyone compares. Needs no database.

  --organisation ID    how acts are to name it: sco
  --records FILE…      one file for each node ("entente register declare")
  --effective-at TIME  from when it holds, UTC; now, where it is not said

With --json: {"hash", "consents", "missing", …}.

  ./entente register found --organisation sco --records kz.json cn.json rats.json --out founding.json`,
  options: {
    organisation: { type: 'string' },
    records: { type: 'string', multiple: true },
    'effective-at': { type: 'string' },
    out: { type: 'string' },
  },
  async run(invocation, io) {
    const organisation = requireText(invocation, 'organisation', 'how acts are to name the organisation');
    const out = requireText(invocation, 'out', 'where to write the founding act');
    const files = listOf(invocation, 'records');
    if (files.length === 0) throw new CommandError("name the nodes' records: --records FILE…", EXIT.usage);
    const act = await compose(invocation, io, { organisation, records: await Promise.all(files.map(readRecord)) });
    await writeNewAct(out, act);
    const pending = weighPending(null, act);
    if (invocation.json) io.out(`${JSON.stringify(pendingJson(pending))}\n`);
    else io.out(`${describePending(null, pending)}\nWrote ${out}. Each member: entente register consent ${out}\n`);
    return EXIT.ok;
  },
};

async function compose(
  invocation: Invocation,
  io: Io,
  { organisation, records }: { organisation: string; records: NodeRecord[] },
): Promise<Act> {
  const { composeFounding, loadMembership } = await import('@entente/node/capabilities/membership/index');
  const { ConfigError, readConfig } = await import('@entente/node');
  const { systemClock } = await import('@entente/node/platform/clock');
  const effective = textOf(invocation, 'effective-at');
  const effectiveAt = effective === undefined ? systemClock.now().toISOString() : readMoment(effective, 'effective-at');
  try {
    const membership = await loadMembership(readConfig(io.env).profile);
    const { states } = membership.organisation();
    const bodies = membership.nodeBodies();
    const order = states.filter(({ role }) => role === 'member').map(({ iso2 }) => iso2);
    for (const { id, holder, of } of records) {
      const known = holder === 'member' ? order.includes(of) : bodies.includes(of);
      if (!known) throw new CommandError(`the node ${id} is of ${of}, which the profile has as no ${holder}`, EXIT.no);
    }
    const treaties = membership.treatiesInForce();
    return { statement: composeFounding({ organisation, records, treaties, order, effectiveAt }), consents: [] };
  } catch (error) {
    if (error instanceof Refusal) throw new CommandError(`${error.message} [${error.code}]`, EXIT.no);
    if (error instanceof ConfigError) throw new CommandError(error.message, EXIT.usage);
    if (error instanceof CommandError) throw error;
    throw new CommandError((error as Error).message);
  }
}
