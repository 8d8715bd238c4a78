import { type Act, type Statement, writeAct } from '@entente/crypto/act/act';
import { verifyConsent } from '@entente/crypto/act/consent';
import { gatherConsents } from '@entente/crypto/act/gather';
import { type Command, CommandError, EXIT, type Invocation, type Io } from '../../command.ts';
import { circulateConsent } from '../../register/circulated.ts';
import {
  describePending,
  type Pending,
  pendingJson,
  warnOfPast,
  weighPending,
} from '../../register/describe-statement.ts';
import { readOneAct, replaceFile } from '../../register/files.ts';
import { type JoinedRegister, requireStanding, withRegister } from '../../register/joined-register.ts';
import { LEAST_DIGITS, readHash, textOf } from '../../register/words.ts';

export const command: Command = {
  summary: "Give this member's consent to an act: one that is on its way between the nodes, or one in a file",
  usage: '[FILE…] [--hash PREFIX | --yes] [--out FILE]',
  details: `
Checks the act in full, says in plain words what it decides and its hash, and with --hash or --yes adds this member's
consent by this node's key. Several files of the same act, as members consent on copies, come together in the first. The
consent is recorded; a second one to another act of the same number is refused, for it would let the register fork. Without
a FILE it is the act on its way of that hash ("entente register pending"), and every member is told of the consent.

  --hash PREFIX  the first digits of the hash, ${LEAST_DIGITS} or more, as another member read them to you: the act you consent to is
                 then the one he means
  --yes          consent without comparing
  --out FILE     write there, and leave the files as they are

Without either nothing is signed, and the exit code is 1. With --json: {"hash", "consents", "missing", …}.

  ./entente register consent founding.json --hash 3f9a21c004d1e5b7`,
  options: { hash: { type: 'string' }, yes: { type: 'boolean' }, out: { type: 'string' } },
  async run(invocation, io) {
    const [first] = invocation.words;
    if (first === undefined) return await consentOnItsWay(invocation, io);
    const out = textOf(invocation, 'out') ?? first;
    const act = await readOneAct(invocation.words);
    return await withRegister(io, 'consent', async (joined) => {
      const before = joined.membership.standing()?.register ?? null;
      const pending = weighPending(before, act);
      for (const consent of act.consents) verifyConsent(act.statement, consent, pending.weighed.electors);
      if (!invocation.json) io.out(describePending(before, pending));
      io.err(warnOfPast(act.statement, joined.clock.now()));
      if (!isConfirmed(invocation, pending)) {
        if (invocation.json) io.out(`${JSON.stringify(pendingJson(pending))}\n`);
        io.err('Nothing was signed. Compare the hash with another member, then: --hash and its first digits.\n');
        return EXIT.no;
      }
      const consented = weighPending(before, await addConsent(joined, act));
      await replaceFile(out, `${writeAct(consented.act)}\n`);
      io.out(invocation.json ? `${JSON.stringify(pendingJson(consented))}\n` : describeGiven(consented, out));
      return EXIT.ok;
    });
  },
};

/** Consents to an act that came between the nodes; its hash says which, and that it is the one that was compared. */
async function consentOnItsWay(invocation: Invocation, io: Io): Promise<number> {
  const hash = readHash(invocation);
  return await withRegister(io, 'consent', async (joined) => {
    const { register } = requireStanding(joined.membership);
    const { act, told } = await circulateConsent(joined, hash);
    const consented = weighPending(register, act);
    io.err(warnOfPast(act.statement, joined.clock.now()));
    const text = `${describePending(register, consented)}\nConsented, and told ${told} nodes.\n`;
    io.out(invocation.json ? `${JSON.stringify(pendingJson(consented))}\n` : text);
    return EXIT.ok;
  });
}

function isConfirmed(invocation: Invocation, { hash }: Pending): boolean {
  if (textOf(invocation, 'hash') === undefined) return invocation.values.yes === true;
  const prefix = readHash(invocation);
  if (hash.startsWith(prefix)) return true;
  throw new CommandError(
    `this is not the act you were told of: its hash begins with ${hash.slice(0, prefix.length)}. Nothing was signed`,
    EXIT.no,
  );
}

async function addConsent({ db, acting }: JoinedRegister, act: Act): Promise<Act> {
  const { giveOwnConsent } = await import('@entente/node/capabilities/membership/index');
  const give = (statement: Statement) => db.transaction().execute((tx) => giveOwnConsent(tx, acting, statement));
  return gatherConsents([act, { ...act, consents: [await give(act.statement)] }]);
}

function describeGiven({ act, missing }: Pending, out: string): string {
  const next = act.statement.kind === 'founding' ? 'join' : 'adopt';
  const left =
    missing.length === 0
      ? `It has all it needs: each node runs entente register ${next} ${out}`
      : `Still missing: ${missing.join(', ')}`;
  return `\nConsented; wrote ${out}. ${left}\n`;
}
