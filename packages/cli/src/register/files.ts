import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { type Act, writeAct } from '@entente/crypto/act/act';
import { readActFile } from '@entente/crypto/act/act-file';
import { gatherConsents } from '@entente/crypto/act/gather';
import { type NodeRecord, readNodeRecord } from '@entente/crypto/act/node-record';
import { parseJson } from '@entente/crypto/json';
import { Refusal } from '@entente/crypto/refusal';
import { CommandError, EXIT } from '../command.ts';

/** Larger than the register of any organisation, in bytes. */
const LARGEST_REGISTER = 64 * 1024 * 1024;
/** Larger than any node's record. */
const LARGEST_RECORD = 256 * 1024;

/** The text of a file that anyone may have made: bounded, and UTF-8. */
export async function readText(file: string, largest = LARGEST_REGISTER): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > largest) throw new CommandError(`${file} has ${size} bytes; nothing of its kind is that large`, EXIT.no);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    if (error instanceof TypeError) throw new CommandError(`${file} is no text in UTF-8`, EXIT.no);
    throw new CommandError((error as Error).message);
  }
}

/** The acts of a file: a register, or one act by itself. */
export async function readActs(file: string): Promise<Act[]> {
  const text = await readText(file);
  return inFile(file, () => readActFile(text));
}

/** One act out of one or more files that hold it, with the consents that any of them has. */
export async function readOneAct(files: string[]): Promise<Act> {
  const acts: Act[] = [];
  for (const file of files) {
    const [act, ...more] = await readActs(file);
    if (!act || more.length > 0) {
      throw new CommandError(`${file} is a whole register; name the file of the one act to be decided`, EXIT.no);
    }
    acts.push(act);
  }
  return inFile(files.join(', '), () => gatherConsents(acts));
}

/** A node's record, as `entente register declare` writes it. */
export async function readRecord(file: string): Promise<NodeRecord> {
  const text = await readText(file, LARGEST_RECORD);
  return inFile(file, () => readNodeRecord(parseJson(text)));
}

/** Writes an act to be decided into a new file; one that is there may hold consents, and is left alone. */
export async function writeNewAct(file: string, act: Act): Promise<void> {
  await writeFile(file, `${writeAct(act)}\n`, { flag: 'wx', flush: true }).catch((error: NodeJS.ErrnoException) => {
    const hint = error.code === 'EEXIST' ? `${file} is there already, and may hold consents` : error.message;
    throw new CommandError(hint);
  });
}

/** Writes a file in one step, so that a full disk does not cost what it held. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.new`;
  try {
    await writeFile(draft, text, { flush: true });
    await rename(draft, file);
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}

/** Says in which file it stands, what was refused. */
function inFile<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new CommandError(`${file}: ${error.message} [${error.code}]`, EXIT.no);
  }
}
