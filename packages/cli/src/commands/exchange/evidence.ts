import { writeFile } from 'node:fs/promises';
import { type Command, CommandError, EXIT } from '../../command.ts';
import { withExchange } from '../../exchange/joined-exchange.ts';
import { oneWord } from '../../exchange/words.ts';

export const command: Command = {
  summary: 'Write one file that proves who sent an envelope to whom, and when it was received',
  usage: 'ID --out FILE',
  details: `
ID is an envelope's id (64 hexadecimal digits), as the record of sending or receiving names it, or at its sender that of its
row in the outbox. FILE holds the envelope as it was signed (or, once its content is erased, its mark), the receipts, both
nodes' records of it with their proofs, and the register's acts; "node entente-verify.mjs evidence FILE --pin HASH" checks
it on any machine. The other node's half is fetched from it over the pinned connection. The content is personal: the file
belongs where the case is. That it was written is itself recorded.

  ./entente exchange evidence 3f0c…9a --out hit.evidence`,
  options: { out: { type: 'string' } },
  async run(invocation, io) {
    const id = oneWord(invocation, 'the id of an envelope');
    if (!/^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(id)) {
      throw new CommandError('that is no id of an envelope', EXIT.usage);
    }
    const { out } = invocation.values;
    if (typeof out !== 'string') throw new CommandError('say where to write it with --out FILE', EXIT.usage);
    const { gatherEvidence } = await import('@entente/node/capabilities/exchange/index');
    const { foldPending } = await import('@entente/node/capabilities/audit/index');
    const file = await withExchange(io, 'evidence', async (parts) => {
      await foldPending(parts.db, parts.config.nodeKeyFile);
      return await gatherEvidence(parts, parts.by, id);
    });
    await writeFile(out, file, { mode: 0o600 }).catch((error: Error) => {
      throw new CommandError(error.message);
    });
    io.err(`Wrote ${out}. Check it with: node entente-verify.mjs evidence ${out} --pin HASH\n`);
    return EXIT.ok;
  },
};
