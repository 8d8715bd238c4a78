import type { RotationProgress } from '@entente/node/capabilities/access/index';
import { type Command, CommandError, EXIT, type Io } from '../../command.ts';
import { joinExistingNode } from '../../joined-database.ts';
import { describeRotation } from '../../keys/describe.ts';

const SHOW_EVERY_MS = 1000;

export const command: Command = {
  summary: 'Add a key for sealing records, and wrap the keys of all records by it',
  usage: '[--retire]',
  details: `
Adds a key to the node's key file (ENTENTE_KEY_FILE), which seals from then on, and wraps the key of every record by it.
What is sealed is not touched. Works beside the running node, which takes the new key within a second. Cut short at any
moment it does no harm: the next call goes on where it was. Progress is on standard error.

  --retire  then take every key out of the file that no record needs any more; waits for transactions (an import) that
            began before. What was sealed by such a key, in a backup too, is never read again without a copy of it.

A node of several processes: put the new file where each of them reads it before anything else is sealed.
docs/operating/keys.md says what to back up. With --json: {"key", "rewrapped", "retired", …}.

  ./entente keys rotate`,
  options: { retire: { type: 'boolean' } },
  async run({ values, words, json }, io) {
    if (words.length > 0) throw new CommandError(`there is nothing to do with "${words[0]}"`, EXIT.usage);
    const { operatorAttribution, rotateKeys } = await import('@entente/node/capabilities/access/index');
    const { SEALED_TABLES } = await import('@entente/node/compose');
    const report = await joinExistingNode(io, 'entente keys rotate', async ({ config, db, pool, clock }) => {
      const by = operatorAttribution('keys rotate');
      const parts = { db, pool, clock, keyFile: config.keyFile, tables: SEALED_TABLES, by, signal: io.signal };
      try {
        return await rotateKeys({ ...parts, onProgress: showProgress(io) }, values.retire === true);
      } catch (error) {
        if (io.signal.aborted) throw new CommandError('stopped; nothing is lost, and the next call goes on from here');
        throw error;
      }
    });
    if (report === undefined) throw new CommandError('another rotation is under way; wait until it is done');
    io.out(json ? `${JSON.stringify(report)}\n` : describeRotation(report));
    return report.unopened > 0 ? EXIT.no : EXIT.ok;
  },
};

/** A line for each step, and one a second between. */
function showProgress(io: Io): (progress: RotationProgress) => void {
  let rows = 0;
  let shown = Number.NEGATIVE_INFINITY;
  return (progress) => {
    if (progress.step === 'key') {
      rows = progress.rows;
      io.err(`${progress.resumed ? 'going on with' : 'added'} the key ${progress.key}; ${rows} records to wrap\n`);
      return;
    }
    if (performance.now() - shown < SHOW_EVERY_MS) return;
    shown = performance.now();
    if (progress.step === 'rewrap') io.err(`${progress.done} of ${rows} records\n`);
    else io.err(`waiting for ${progress.open} open transactions that began before\n`);
  };
}
