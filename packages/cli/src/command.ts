import type { ParseArgsOptionsConfig } from 'node:util';

/** Where a command reads and writes; tests hand in their own. */
export interface Io {
  stdin: NodeJS.ReadableStream;
  out(text: string): void;
  err(text: string): void;
  env: Record<string, string | undefined>;
  /** Aborted on Ctrl-C and SIGTERM; long work stops at the next safe point. */
  signal: AbortSignal;
}

/** What the parser hands to `run`: option values, and the words that are no options. */
export interface Invocation {
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  words: string[];
  /** `--json` was given: print one JSON value (or JSON lines) on standard output and nothing else. */
  json: boolean;
}

/** One command, in `commands/<noun>/<verb>.ts` or `commands/<word>.ts`, exported as `command`. */
export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** The words after the command's own, for example `--in FILE --out FILE`. */
  usage: string;
  /** What else a reader of `--help` wants to know: shapes, units, an example. */
  details?: string;
  options: ParseArgsOptionsConfig;
  /** Returns the exit code, one of `EXIT`. */
  run(invocation: Invocation, io: Io): Promise<number>;
}

/** Exit codes, the same for every command. */
export const EXIT = {
  ok: 0,
  /** It ran, and the answer is no: a log that does not verify, an invalid zone. */
  no: 1,
  /** The words of the call are off. */
  usage: 2,
  /** It could not be done: a file is not readable, the database is away. */
  failed: 3,
} as const;

/** A failure worth saying in one sentence, without a stack. */
export class CommandError extends Error {
  readonly exit: number;

  constructor(message: string, exit: number = EXIT.failed) {
    super(message);
    this.name = 'CommandError';
    this.exit = exit;
  }
}
