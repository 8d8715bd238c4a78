import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Trust, Verdict } from '@entente/crypto/log/verify';
import { type Command, CommandError, EXIT, type Io } from '../../command.ts';
import { joinExistingNode } from '../../joined-database.ts';
import type { KeyOrigin } from '../../offline/describe.ts';

export const command: Command = {
  summary: 'Check the whole log: every record, part, tree hash and signature',
  usage: '[--checkpoint FILE] [--key VKEY] [--file EXPORT] [--peer NODE [--mirror]]',
  details: `
Recomputes the log from its first record to its last, in the node's database (the node may be running) or, with
--file, in an export, and says exactly what is wrong and where. Ends with 0 when the log verifies, 1 when not.

  --checkpoint FILE  a signed head seen earlier: the log must have grown from it, so that a log cut short or
                     restored from a backup is seen. Afterwards FILE holds the newest head; keep it elsewhere.
                     A FILE that is not there yet is written.
  --key VKEY         the node's verifier key; without it the node's own key file is believed
  --file EXPORT      check this export ("entente audit export") instead of the database

  --peer NODE        check the log of another node instead, from the hashes it publishes: that its key signed the
                     head, that every tile hashes up to the root, that what this node mirrors of it is still there,
                     and who has cosigned it; the texts of its records are not read, and nobody gives them
  --mirror           with --peer: check what this node mirrors of it, where the other does not answer

  ./entente audit verify --checkpoint /media/safe/kz-log.txt
  ./entente audit verify --peer in`,
  options: {
    checkpoint: { type: 'string' },
    key: { type: 'string' },
    file: { type: 'string' },
    peer: { type: 'string' },
    mirror: { type: 'boolean' },
  },
  async run({ values, words, json }, io) {
    if (words.length > 0) throw new CommandError(`there is nothing to do with "${words[0]}"`, EXIT.usage);
    const { checkpoint, key, file, peer } = values as Record<string, string | undefined>;
    if (peer !== undefined) return await verifyPeer({ peer, mirror: values.mirror === true, json }, io);
    const trust = { verifierKey: key, pinned: checkpoint && (await readPinned(checkpoint)) };
    const { verdict, ...about } = await verify(file, trust, io);
    const verifies = verdict.faultCount === 0;
    if (json) io.out(`${JSON.stringify({ verifies, ...verdict })}\n`);
    else io.out(await describe(verdict, about));
    if (verifies && checkpoint && verdict.checkpoint) await writePinned(checkpoint, verdict.checkpoint);
    return verifies ? EXIT.ok : EXIT.no;
  },
};

async function verifyPeer(asked: { peer: string; mirror: boolean; json: boolean }, io: Io): Promise<number> {
  const { verifyPeer } = await import('../../exchange/verify-peer.ts');
  return await verifyPeer(asked, io);
}

interface Verified {
  verdict: Verdict;
  source: string;
  keyOrigin: KeyOrigin;
}

function originOf(trust: Trust): KeyOrigin {
  return trust.verifierKey === undefined ? 'beside' : 'given';
}

async function verify(file: string | undefined, trust: Trust, io: Io): Promise<Verified> {
  return file === undefined ? await verifyDatabase(trust, io) : await verifyFile(file, trust);
}

async function verifyDatabase(trust: Trust, io: Io): Promise<Verified> {
  const { verifyStoredLog } = await import('@entente/node/capabilities/audit/index');
  return await joinExistingNode(io, 'entente audit verify', async ({ config, db }) => {
    const stored = await verifyStoredLog(db, config.nodeKeyFile, trust);
    if (stored === undefined) throw new CommandError('this node has no log yet: it has never been started');
    const { verdict, keyFileFound } = stored;
    return { verdict, source: 'The log', keyOrigin: keyFileFound ? 'key-file' : originOf(trust) };
  });
}

async function verifyFile(file: string, trust: Trust): Promise<Verified> {
  const { verifyExport } = await import('../../offline/verify-export.ts');
  const { Refusal } = await import('@entente/crypto/refusal');
  try {
    const { header, verdict } = await verifyExport(file, trust);
    const source = header.complete ? 'The whole log' : 'The selection from the log';
    return { verdict, source, keyOrigin: originOf(trust) };
  } catch (error) {
    const exit = error instanceof Refusal ? EXIT.no : EXIT.failed;
    throw new CommandError(`${file}: ${(error as Error).message}`, exit);
  }
}

async function describe(verdict: Verdict, { source, keyOrigin }: Omit<Verified, 'verdict'>): Promise<string> {
  const { describeVerdict } = await import('../../offline/describe.ts');
  return describeVerdict(verdict, source, keyOrigin);
}

async function readPinned(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CommandError((error as Error).message);
  }
}

/** In one step, so that a full disk does not cost the old head. */
async function writePinned(file: string, note: string): Promise<void> {
  const draft = `${file}.new`;
  try {
    await writeFile(draft, note, { flush: true });
    await rename(draft, file);
  } catch (error) {
    throw new CommandError(`the log verifies, but its head could not be kept: ${(error as Error).message}`);
  }
}
