import { readAct } from '@entente/crypto/act/act';
import { writeRegisterFile } from '@entente/crypto/act/register-file';
import { type Command, EXIT } from '../../command.ts';
import { replaceFile } from '../../register/files.ts';
import { requireStanding, withKeptRegister } from '../../register/joined-register.ts';
import { refuseWords, textOf } from '../../register/words.ts';

export const command: Command = {
  summary: 'Write the register as a file that proves itself',
  usage: '[--out FILE]',
  details: `
A header, then every act on a line of its own, to FILE or standard output. "node entente-verify.mjs register FILE --pin
HASH" checks it on any machine; a node that joins, or has missed acts, takes it. It holds no secret and no personal data.

  ./entente register export --out sco.register`,
  options: { out: { type: 'string' } },
  async run(invocation, io) {
    refuseWords(invocation);
    const { readActs } = await import('@entente/node/capabilities/membership/index');
    const { text, pin } = await withKeptRegister(io, 'export', async ({ db, membership }) => {
      const standing = requireStanding(membership);
      const { organisation, head } = standing.register;
      const lines = await readActs(db, 0, head.number);
      return { text: writeRegisterFile(organisation, lines.map(readAct)), pin: standing.pin };
    });
    const out = textOf(invocation, 'out');
    if (out === undefined) io.out(text);
    else await replaceFile(out, text);
    if (out !== undefined)
      io.err(`Wrote ${out}. Check it with: node entente-verify.mjs register ${out} --pin ${pin}\n`);
    return EXIT.ok;
  },
};
