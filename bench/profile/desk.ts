import { readdir, readFile } from 'node:fs/promises';
import type { Profiler } from 'node:inspector';
import { join } from 'node:path';
import { measureDesk } from '../screening/desk.ts';
import { type Part, sharesOf } from './shares.ts';

const PARTS: Part[] = [
  ['garbage', /\(garbage collector\)/],
  ['system_calls', /\(program\)| (?:write|writev|writeUtf8String|writeLatin1String|writeBuffer|readStart|shutdown)$/],
  ['statements', /node_modules\/(?:pg|pg-[a-z]+|kysely|postgres-[a-z]+)\/|\/platform\/database\//],
  ['http', /node_modules\/|node:(?:_http|net|internal\/(?:streams|stream_base|timers|http))|\/platform\/http\//],
  ['signing_in_and_policy', /\/capabilities\/access\//],
  ['audit', /\/capabilities\/audit\//],
  ['sealing_and_hashing', /\/platform\/sealing\/|packages\/crypto\/|node:(?:crypto|internal\/crypto)/],
  ['search', /packages\/matching\/|\/platform\/threads\//],
  ['screening', /\/capabilities\/screening\//],
];

/** Of the thread that serves checks over HTTP on a demonstration node: which share of its time each part took, in percent. */
export async function profileDesk(folder: string, queries: number): Promise<Map<string, number>> {
  const environment = { NODE_OPTIONS: `--cpu-prof --cpu-prof-interval=500 --cpu-prof-dir=${folder}` };
  const { span } = await measureDesk(queries, { environment });
  return sharesOf(await largestProfile(folder), PARTS, [span]);
}

/** Threads write profiles of their own; the one that serves has the most to tell. */
async function largestProfile(folder: string): Promise<Profiler.Profile> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  texts.sort((one, other) => other.length - one.length);
  if (texts[0] === undefined) throw new Error(`The node wrote no profile to ${folder}`);
  return JSON.parse(texts[0]) as Profiler.Profile;
}
