import { writeFile } from 'node:fs/promises';
import { type Command, CommandError, EXIT } from '../../command.ts';
import { joinExistingNode } from '../../joined-database.ts';

export const command: Command = {
  summary: 'Write the proof that a record is in the log',
  usage: 'ID [--out FILE]',
  details: `
ID is the record's id, as the audit view shows it. The proof (JSON, to FILE or standard output) holds the record
without its personal parts, its place in the tree, and the signed head; "node entente-verify.mjs proof FILE" checks
it on any machine. That the proof was given away is itself recorded.

  ./entente audit prove 01890a5d-ac96-774b-bcce-b302099a8057 --out proof.json`,
  options: { out: { type: 'string' } },
  async run({ values, words }, io) {
    const [id, ...rest] = words;
    if (id === undefined || rest.length > 0) throw new CommandError('name one record by its id', EXIT.usage);
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
      throw new CommandError('that is no id of a record', EXIT.usage);
    const { foldPending, proveRecord } = await import('@entente/node/capabilities/audit/index');
    const { operatorAttribution } = await import('@entente/node/capabilities/access/index');
    const proof = await joinExistingNode(io, 'entente audit prove', async ({ config, db, clock }) => {
      await foldPending(db, config.nodeKeyFile);
      const made = await proveRecord({ db, clock }, operatorAttribution('audit prove'), id);
      await foldPending(db, config.nodeKeyFile);
      return made;
    });
    const text = `${JSON.stringify(proof, undefined, 2)}\n`;
    if (typeof values.out !== 'string') {
      io.out(text);
      return EXIT.ok;
    }
    await writeFile(values.out, text).catch((error: Error) => {
      throw new CommandError(error.message);
    });
    io.err(`Wrote ${values.out}. Check it with: node entente-verify.mjs proof ${values.out}\n`);
    return EXIT.ok;
  },
};
