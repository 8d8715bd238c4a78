import { type Command, CommandError, EXIT } from '../../command.ts';
import { joinExistingNode } from '../../joined-database.ts';
import { describeKeys, type ShownKey } from '../../keys/describe.ts';

export const command: Command = {
  summary: 'Show the keys of sealed records: their ids, and how many records need each',
  usage: '',
  details: `
One line per key of the node's key file (ENTENTE_KEY_FILE), with the number of records sealed under it, in all and in
each table; the key that seals is marked. A key that records need and the file lacks is shown as missing. The keys
themselves are never shown. With --json: [{"key", "state", "records", "tables"}].`,
  options: {},
  async run({ words, json }, io) {
    if (words.length > 0) throw new CommandError(`there is nothing to do with "${words[0]}"`, EXIT.usage);
    const { countByKey } = await import('@entente/node/platform/database/sealed-rows');
    const { readKeyFile } = await import('@entente/node/platform/sealing/key-file');
    const { showKeyId } = await import('@entente/node/platform/sealing/key-ring');
    const { SEALED_TABLES } = await import('@entente/node/compose');
    const shown = await joinExistingNode(io, 'entente keys show', async ({ config, pool }) => {
      const { current, keys } = readKeyFile(config.keyFile)!.ring;
      const counts = await countByKey(pool, SEALED_TABLES);
      const ids = new Set([...keys.keys(), ...counts.map(({ key }) => key)]);
      return [...ids].map((id): ShownKey => {
        const tables = counts.filter(({ key, rows }) => key === id && rows > 0);
        return {
          key: showKeyId(id),
          state: id === current ? 'seals' : keys.has(id) ? 'opens' : 'missing',
          records: tables.reduce((sum, { rows }) => sum + rows, 0),
          tables: tables.map(({ table, column, rows }) => ({ table, column, records: rows })),
        };
      });
    });
    io.out(json ? `${JSON.stringify(shown)}\n` : describeKeys(shown));
    return shown.some(({ state }) => state === 'missing') ? EXIT.no : EXIT.ok;
  },
};
