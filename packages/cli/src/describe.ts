import type { Command } from './command.ts';
import { loadCommand } from './registry.ts';

/** The list of commands, all or those of one noun; undefined when the noun is unknown. */
export async function describeCommands(commands: string[][], noun?: string): Promise<string | undefined> {
  const shown = noun ? commands.filter((words) => words[0] === noun) : commands;
  if (shown.length === 0) return undefined;
  const width = Math.max(...shown.map((words) => words.join(' ').length));
  const lines = await Promise.all(
    shown.map(async (words) => `  ${words.join(' ').padEnd(width)}  ${(await loadCommand(words)).summary}`),
  );
  return `entente: the operator's command of a member's node\n\n${lines.join('\n')}\n\nentente COMMAND --help says more. Exit codes: 0 done, 1 the answer is no, 2 the call is off, 3 it failed.\n`;
}

/** The help of one command. */
export function describeCommand(words: string[], command: Command): string {
  const details = command.details ? `\n${command.details.trim()}\n` : '';
  return `entente ${words.join(' ')} ${command.usage}\n\n${command.summary}\n${details}`;
}
