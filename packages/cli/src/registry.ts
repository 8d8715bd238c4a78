import { readdir } from 'node:fs/promises';
import type { Command } from './command.ts';

const FOLDER = new URL('./commands/', import.meta.url);

/** Every command there is, as its words (`['audit', 'verify']`), read from the folder so that a path can be guessed. */
export async function listCommands(): Promise<string[][]> {
  const found: string[][] = [];
  for (const entry of await readdir(FOLDER, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      for (const verb of await readdir(new URL(`${entry.name}/`, FOLDER))) {
        if (isCommandFile(verb)) found.push([entry.name, verb.slice(0, -3)]);
      }
    } else if (isCommandFile(entry.name)) {
      found.push([entry.name.slice(0, -3)]);
    }
  }
  return found.sort((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1));
}

/** Loads one command; only what is run is read, so that a small command starts fast. */
export async function loadCommand(words: string[]): Promise<Command> {
  const module = (await import(new URL(`${words.join('/')}.ts`, FOLDER).href)) as {
    command: Command;
  };
  return module.command;
}

function isCommandFile(name: string): boolean {
  return name.endsWith('.ts') && !name.endsWith('.test.ts');
}
