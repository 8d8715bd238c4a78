import { parseArgs } from 'node:util';
import { type Command, CommandError, EXIT, type Io } from './command.ts';
import { describeCommand, describeCommands } from './describe.ts';
import { listCommands, loadCommand } from './registry.ts';

/** Runs one call of `entente`. `args` are the words after the program's name. Returns the exit code. */
export async function main(args: string[], io: Io): Promise<number> {
  const commands = await listCommands();
  const words = commands.find((candidate) => candidate.every((word, at) => args[at] === word));
  if (!words) return await answerWithoutCommand(args, commands, io);
  const command = await loadCommand(words);
  const rest = args.slice(words.length);
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(describeCommand(words, command));
    return EXIT.ok;
  }
  return await runCommand(words, command, rest, io);
}

async function runCommand(words: string[], command: Command, rest: string[], io: Io): Promise<number> {
  try {
    const { values, positionals } = parse(command, rest);
    return await command.run({ values, words: positionals, json: values.json === true }, io);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    io.err(`entente ${words.join(' ')}: ${error.message}\n`);
    if (error.exit === EXIT.usage) io.err(`Try: entente ${words.join(' ')} --help\n`);
    return error.exit;
  }
}

function parse(command: Command, args: string[]) {
  const options = { ...command.options, json: { type: 'boolean' as const } };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new CommandError((error as Error).message, EXIT.usage);
  }
}

async function answerWithoutCommand(args: string[], commands: string[][], io: Io): Promise<number> {
  const asked = args.filter((arg) => !arg.startsWith('-'));
  const help = await describeCommands(commands, asked[0]);
  if (asked.length === 0 || (help && args.length > asked.length)) {
    io.out(help ?? '');
    return EXIT.ok;
  }
  io.err(`entente: there is no command "${asked.join(' ')}"\n\n${help ?? (await describeCommands(commands)) ?? ''}`);
  return EXIT.usage;
}
