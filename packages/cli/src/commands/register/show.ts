import { viewRegister } from '@entente/crypto/act/register-view';
import { type Command, EXIT } from '../../command.ts';
import { describeKept } from '../../offline/describe-register.ts';
import { requireStanding, withKeptRegister } from '../../register/joined-register.ts';
import { refuseWords } from '../../register/words.ts';

export const command: Command = {
  summary: 'Show the register as this node has it: members, nodes, keys, treaties, head',
  usage: '',
  details: `
As it stands at this moment: what was adopted ahead is named with its moment. With --json, the same as the console has it
(GET /api/membership/register).`,
  options: {},
  async run(invocation, io) {
    refuseWords(invocation);
    const view = await withKeptRegister(io, 'show', async ({ membership, clock }) => {
      const { register, pin, self } = requireStanding(membership);
      return { ...viewRegister(register, clock.now().toISOString()), pin, self };
    });
    io.out(invocation.json ? `${JSON.stringify(view)}\n` : describeKept(view));
    return EXIT.ok;
  },
};
