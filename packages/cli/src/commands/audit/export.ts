import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Command, CommandError, EXIT } from '../../command.ts';
import { joinExistingNode } from '../../joined-database.ts';

export const command: Command = {
  summary: 'Write the log, or a part of it, as JSON lines that anyone can check',
  usage: '--out FILE [--from TIME] [--to TIME] [--event NAME] [--actor ID] [--case REFERENCE] [--parts]',
  details: `
Without a filter the export is the whole log, and "node entente-verify.mjs log FILE" recomputes all of it. With one it
is a selection, each record with its own proof. Texts of personal parts go along only with --parts. TIME is UTC, such
as 2018-06-10T09:00:00.000Z. The export is itself recorded.

  ./entente audit export --case KZ-2018-7 --out case.jsonl`,
  options: {
    out: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    event: { type: 'string' },
    actor: { type: 'string' },
    case: { type: 'string' },
    parts: { type: 'boolean' },
  },
  async run({ values, words }, io) {
    const { out, ...query } = values as { out?: string } & Record<string, string | boolean>;
    if (out === undefined || words.length > 0) throw new CommandError('say where to write: --out FILE', EXIT.usage);
    delete query.json;
    const { exportLog, foldPending } = await import('@entente/node/capabilities/audit/index');
    const { operatorAttribution } = await import('@entente/node/capabilities/access/index');
    await joinExistingNode(io, 'entente audit export', async ({ config, db, clock }) => {
      await foldPending(db, config.nodeKeyFile);
      const audit = { db, clock };
      const lines = await exportLog(audit, operatorAttribution('audit export'), query);
      await pipeline(lines, createWriteStream(out, { mode: 0o600 }), { signal: io.signal });
      await foldPending(db, config.nodeKeyFile);
    });
    io.err(`Wrote ${out}. Check it with: node entente-verify.mjs log ${out}\n`);
    return EXIT.ok;
  },
};
