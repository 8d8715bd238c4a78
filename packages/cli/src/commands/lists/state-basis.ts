import { ListAction, ListBasis } from '@entente/contracts/alerts';
import { Value } from 'typebox/value';
import { type Command, CommandError, EXIT } from '../../command.ts';
import { joinNode } from '../../joined-database.ts';
import { readListId, refuseMore } from '../../lists/words.ts';

export const command: Command = {
  summary: "State the basis in this state's law on which a list answers at the desk",
  usage: 'LIST --basis TEXT --action ACTION',
  details: `
  --basis TEXT     the act that gives the list effect here, 10 to 500 characters
  --action ACTION  what an officer does on a hit: freeze, refuse-visa or inform; a list never leads to an arrest

A basis stated before is replaced. Both are on record.`,
  options: { basis: { type: 'string' }, action: { type: 'string' } },
  run: async ({ values, words, json }, io) => {
    refuseMore(words, 1);
    const list = readListId(words[0]);
    const basis = { legalBasis: (values.basis as string | undefined)?.trim(), action: values.action };
    if (!Value.Check(ListAction, basis.action)) {
      throw new CommandError(`--action is one of ${ListAction.enum.join(', ')}`, EXIT.usage);
    }
    if (!Value.Check(ListBasis, basis)) {
      throw new CommandError('--basis names the act in 10 to 500 characters', EXIT.usage);
    }
    return await joinNode(io, 'entente lists state-basis', async ({ db, clock }) => {
      const { stateBasis } = await import('@entente/node/capabilities/alerts/index');
      const { operatorAttribution } = await import('@entente/node/capabilities/access/index');
      await stateBasis({ db, clock }, list, basis, operatorAttribution('lists state-basis'));
      io.out(json ? `${JSON.stringify({ list, basis })}\n` : `${list} now answers at the desk: ${basis.action}.\n`);
      return EXIT.ok;
    });
  },
};
