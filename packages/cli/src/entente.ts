import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { main } from './main.ts';

// Sources are stripped of their types and compiled once, not at every call: half of a command's start.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/entente', import.meta.url)));

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(signal));

// `npm start` runs us as a child: it says `stop`, and a closed channel means that it was killed.
if (process.channel) {
  process.on('message', (message) => message === 'stop' && stop.abort('stop'));
  process.once('disconnect', () => stop.abort('disconnect'));
  process.channel.unref();
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));

process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  signal: stop.signal,
});
