import type { RunningImport } from '@entente/node/capabilities/alerts/index';
import { type Command, CommandError, EXIT, type Invocation, type Io } from '../../command.ts';
import { type Joined, joinNode } from '../../joined-database.ts';
import { describeImport, PROBLEMS_SHOWN } from '../../lists/import-report.ts';
import { readListFormat, readListId } from '../../lists/words.ts';

const SHOW_EVERY_MS = 250;
/** More than the report of an import keeps. */
const ALL = 100_000;

export const command: Command = {
  summary: 'Import a list: what is new, changed or gone since the last time',
  usage: '--format FORMAT [--list LIST] [--confirm-removals] FILE…',
  details: `
Reads the files of one list into the node's database, in one transaction: an import that is aborted (Ctrl-C) or
fails changes nothing. Works beside the running node, whose desk knows the changes within a second.

  --format FORMAT     un-sc, ofac-sdn (its folder), us-csl, eu-oj, eu-fsf or uk-sl
  --list LIST         where it differs from the format's own list: invented
  --confirm-removals  take the import even if it removes most of the list
  --progress          show progress on standard error even where that is no terminal

Files may be gzipped. A record that cannot be read is reported with its place, and the rest goes in. Counts add up:
read = added + changed + unchanged + refused. With --json: {"import", "problems"}. docs/reference/lists.md says
which field becomes what.

  ./entente lists import --format un-sc un-consolidated.xml.gz`,
  options: {
    format: { type: 'string' },
    list: { type: 'string' },
    'confirm-removals': { type: 'boolean' },
    progress: { type: 'boolean' },
  },
  run: async (invocation, io) => {
    const asked = readInvocation(invocation);
    return await joinNode(io, 'entente lists import', async (joined) => {
      const alerts = await import('@entente/node/capabilities/alerts/index');
      const { operatorAttribution } = await import('@entente/node/capabilities/access/index');
      const running = await alerts.startImport(joined, { ...asked, attribution: operatorAttribution('lists import') });
      const abort = () => running.abort(alerts.ImportEnd.aborted());
      if (io.signal.aborted) abort();
      io.signal.addEventListener('abort', abort, { once: true });
      const shown = invocation.values.progress === true || process.stderr.isTTY === true;
      const stopShowing = shown ? showProgress(running, io) : () => {};
      const ended = await running.done.finally(stopShowing);
      return await report(joined, ended.id, invocation.json, io);
    });
  },
};

function readInvocation({ values, words }: Invocation) {
  const format = readListFormat(values.format as string | undefined);
  if (words.length === 0) throw new CommandError('no file was given', EXIT.usage);
  return {
    format,
    paths: words,
    ...(values.list !== undefined && { list: readListId(values.list as string) }),
    confirmRemovals: values['confirm-removals'] === true,
  };
}

async function report({ db }: Joined, id: string, json: boolean, io: Io): Promise<number> {
  const { countProblems, findImport, readProblems, viewImports } = await import(
    '@entente/node/capabilities/alerts/index'
  );
  const ended = await findImport(db, id);
  const [view] = await viewImports(db, ended ? [ended] : []);
  if (!view) throw new CommandError('the import is gone from the database');
  const rows = await readProblems(db, id, { after: 0, limit: json ? ALL : PROBLEMS_SHOWN });
  const problems = rows.map(({ row }) => row);
  if (json) io.out(`${JSON.stringify({ import: view, problems })}\n`);
  else io.out(describeImport(view, problems, await countProblems(db, id)));
  return view.state === 'done' ? EXIT.ok : EXIT.failed;
}

/** One line on standard error, written over itself. Returns what ends it. */
function showProgress(running: RunningImport, io: Io): () => void {
  const show = () => {
    const { state, bytesRead, bytesTotal, counts } = running.now();
    const part = bytesTotal > 0 ? Math.min(100, Math.floor((bytesRead * 100) / bytesTotal)) : 100;
    io.err(`\r\u001b[K${running.list}: ${state} ${part} %, ${counts.read} records, ${counts.refused} refused`);
  };
  const timer = setInterval(show, SHOW_EVERY_MS);
  return () => {
    clearInterval(timer);
    io.err('\r\u001b[K');
  };
}
