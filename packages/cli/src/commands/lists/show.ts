import type { ListView } from '@entente/contracts/alerts';
import { type Command, EXIT } from '../../command.ts';
import { joinExistingNode } from '../../joined-database.ts';
import { readListId, refuseMore } from '../../lists/words.ts';

export const command: Command = {
  summary: 'Show the lists: how many stand on each, its basis, its last import',
  usage: '[LIST]',
  details: `
A list without a basis is kept but silent at the desk. With --json: an array of lists as the interface gives them.`,
  options: {},
  run: async ({ words, json }, io) => {
    refuseMore(words, 1);
    const asked = words[0] === undefined ? undefined : readListId(words[0]);
    return await joinExistingNode(io, 'entente lists show', async ({ db }) => {
      const { viewLists } = await import('@entente/node/capabilities/alerts/index');
      const lists = (await viewLists(db)).filter(({ id }) => asked === undefined || id === asked);
      io.out(json ? `${JSON.stringify(lists)}\n` : lists.map(describeList).join('\n'));
      return EXIT.ok;
    });
  },
};

function describeList({ id, names, counts, basis, lastImport }: ListView): string {
  const lines = [
    `${id}: ${names.en}`,
    `  persons ${counts.person}, organisations ${counts.organisation}, vessels ${counts.vessel}, aircraft ${counts.aircraft}`,
    basis
      ? `  ${basis.action}: ${basis.legalBasis} (stated by ${basis.statedBy}, ${basis.statedAt})`
      : '  silent at the desk: no basis is stated',
    lastImport
      ? `  last import ${lastImport.at}${lastImport.listDate ? `, list of ${lastImport.listDate}` : ''}`
      : '  never imported',
  ];
  return `${lines.join('\n')}\n`;
}
