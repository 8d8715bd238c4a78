import { CommandError, EXIT, type Invocation } from '../command.ts';

/** The only word of a call, named in the complaint where there is none or more. */
export function oneWord({ words }: Invocation, what: string): string {
  const [word, more] = words;
  if (word === undefined) throw new CommandError(`name ${what}`, EXIT.usage);
  if (more !== undefined) throw new CommandError(`there is nothing to do with "${more}"`, EXIT.usage);
  return word;
}

export function noWords({ words }: Invocation): void {
  if (words.length > 0) throw new CommandError(`there is nothing to do with "${words[0]}"`, EXIT.usage);
}

/** `--reason`, which goes into the record. */
export function reasonOf({ values }: Invocation): string {
  const reason = typeof values.reason === 'string' ? values.reason.trim() : '';
  if (reason.length < 3 || reason.length > 1000) {
    throw new CommandError('say why with --reason, in 3 to 1000 characters', EXIT.usage);
  }
  return reason;
}
