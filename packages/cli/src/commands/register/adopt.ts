import { type Act, hashStatement } from '@entente/crypto/act/act';
import { toHex } from '@entente/crypto/bytes';
import { type Command, CommandError, EXIT, type Invocation, type Io } from '../../command.ts';
import { circulateAdoption } from '../../register/circulated.ts';
import { readActs, readOneAct } from '../../register/files.ts';
import { withRegister } from '../../register/joined-register.ts';
import { readHash } from '../../register/words.ts';

export const command: Command = {
  summary: 'Adopt acts that have all their consents: fold them onto the register and keep them',
  usage: 'FILE… | --hash PREFIX',
  details: `
Each FILE holds the same act, with consents that come together; or the one FILE is a register, of which the acts that this
node lacks are adopted. What lacks a consent, or does not follow the newest act, is refused by name and nothing is kept.
With --hash it is an act on its way ("entente register pending"), and every node is told, which adopts it too.
A running node knows the new register within a second. With --json: {"adopted", "head", "acts"}.

  ./entente register adopt suspension.json`,
  options: { hash: { type: 'string' } },
  async run(invocation, io) {
    const { words, json } = invocation;
    if (words.length === 0 && invocation.values.hash !== undefined) return await adoptOnItsWay(invocation, io);
    if (words.length === 0) throw new CommandError('name the file of the act', EXIT.usage);
    const acts = words.length === 1 ? await readActs(words[0]!) : [await readOneAct(words)];
    const { adoptActs } = await import('@entente/node/capabilities/membership/index');
    const { register, adopted } = await withRegister(io, 'adopt', ({ db, acting }) =>
      db.transaction().execute((tx) => adoptActs(tx, acting, acts)),
    );
    const { head, organisation } = register;
    const known = adopted === 0 ? 'Nothing new' : `Adopted ${adopted === 1 ? 'one act' : `${adopted} acts`}`;
    if (json) io.out(`${JSON.stringify({ adopted, head, acts: acts.map(nameOf) })}\n`);
    else io.out(`${known}: the register of ${organisation} is at act ${head.number}, ${head.hash}.\n`);
    return EXIT.ok;
  },
};

async function adoptOnItsWay(invocation: Invocation, io: Io): Promise<number> {
  const hash = readHash(invocation);
  const { act, told } = await withRegister(io, 'adopt', (joined) => circulateAdoption(joined, hash));
  const head = { number: act.statement.number, hash: nameOf(act) };
  if (invocation.json) io.out(`${JSON.stringify({ adopted: 1, head, acts: [head.hash] })}\n`);
  else io.out(`Adopted act ${head.number}, ${head.hash}, and told ${told} nodes.\n`);
  return EXIT.ok;
}

function nameOf({ statement }: Act): string {
  return toHex(hashStatement(statement));
}
