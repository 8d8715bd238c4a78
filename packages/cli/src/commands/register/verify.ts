import { Refusal } from '@entente/crypto/refusal';
import { systemClock } from '@entente/node/platform/clock';
import { type Command, EXIT } from '../../command.ts';
import { describeVerified } from '../../offline/describe-register.ts';
import { verifyRegister } from '../../offline/verify-register.ts';
import { readText } from '../../register/files.ts';
import { onlyFile, requirePin } from '../../register/words.ts';

export const command: Command = {
  summary: 'Check a register file from the pinned founding act to its last',
  usage: 'FILE --pin HASH',
  details: `
Folds the acts of FILE, checks every consent to each of them, and says what they make true: members, nodes, keys, head. It
needs no database and no network. Ends with 1 where the file does not verify, and says why. A file that verifies is valid
to its head; whether a later act exists, it cannot show.

  --pin HASH  hash of the founding statement, from a source you trust

With --json: {"verifies", "head", "members", …}; without an Entente at hand: node entente-verify.mjs register FILE --pin HASH.

  ./entente register verify sco.register --pin 3f9a…`,
  options: { pin: { type: 'string' } },
  async run(invocation, io) {
    const file = onlyFile(invocation);
    const pin = requirePin(invocation);
    const text = await readText(file);
    try {
      const verified = verifyRegister(text, pin, systemClock.now());
      io.out(invocation.json ? `${JSON.stringify({ verifies: true, ...verified })}\n` : describeVerified(verified));
      return EXIT.ok;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message } = error;
      if (invocation.json) io.out(`${JSON.stringify({ verifies: false, code, message })}\n`);
      else io.out(`It does NOT verify: ${message} [${code}]\n`);
      return EXIT.no;
    }
  },
};
