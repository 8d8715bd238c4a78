import { type Command, EXIT } from '../../command.ts';
import { joinNode } from '../../joined-database.ts';
import { readListId, refuseMore } from '../../lists/words.ts';

export const command: Command = {
  summary: "Withdraw a list's basis; the list falls silent at the desk",
  usage: 'LIST',
  details: `
The list is kept, and later imports keep it current; it gives no hits until a basis is stated again.`,
  options: {},
  run: async ({ words, json }, io) => {
    refuseMore(words, 1);
    const list = readListId(words[0]);
    return await joinNode(io, 'entente lists withdraw-basis', async ({ db, clock }) => {
      const { withdrawBasis } = await import('@entente/node/capabilities/alerts/index');
      const { operatorAttribution } = await import('@entente/node/capabilities/access/index');
      await withdrawBasis({ db, clock }, list, operatorAttribution('lists withdraw-basis'));
      io.out(json ? `${JSON.stringify({ list, basis: null })}\n` : `${list} is silent at the desk.\n`);
      return EXIT.ok;
    });
  },
};
