import { type Command, EXIT } from '../../command.ts';
import { listPending } from '../../register/circulated.ts';
import { describePending, pendingJson, weighPending } from '../../register/describe-statement.ts';
import { requireStanding, withKeptRegister } from '../../register/joined-register.ts';
import { refuseWords } from '../../register/words.ts';

export const command: Command = {
  summary: 'List acts on their way: what each decides, who has consented, whose consent is missing',
  usage: '',
  details: `
Those that were proposed here or by another member and would follow the newest act. Consent with "entente register consent
--hash", adopt with "entente register adopt --hash". With --json: a list of {"hash", "consents", "missing", …}.`,
  options: {},
  async run(invocation, io) {
    refuseWords(invocation);
    const { register, pending } = await withKeptRegister(io, 'pending', async (joined) => {
      const { register } = requireStanding(joined.membership);
      const proposals = await listPending(joined);
      return { register, pending: proposals.map((act) => weighPending(register, act)) };
    });
    if (invocation.json) io.out(`${JSON.stringify(pending.map(pendingJson))}\n`);
    else if (pending.length === 0) io.out(`No act is on its way. The newest is ${register.head.number}.\n`);
    else io.out(pending.map((one) => describePending(register, one)).join('\n'));
    return EXIT.ok;
  },
};
