import { setImmediate } from 'node:timers/promises';
import type { SealedFileReader } from '../../../../platform/sealing/sealed-file.ts';
import type { BesideAlert } from '../alert-index.ts';
import type { Watch } from '../watch.ts';
import type { BesideListed } from '../watch-index.ts';

/** Bytes of a piece, and lines between turns for requests. */
const PIECE = 1 << 20;
const TURN = 64;
const NEWLINE = 0x0a;

/** What lies beside the indexes, read again. */
export interface Beside {
  alerts: BesideAlert[];
  listed: BesideListed[];
}

/** What lies beside the indexes of names, a line of JSON for each alert and each subject; with turns for requests. */
export async function writeBeside({ alerts, index }: Pick<Watch, 'alerts' | 'index'>): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  let text = '';
  let lines = 0;
  const take = async (line: object) => {
    text += `${JSON.stringify(line)}\n`;
    if (text.length >= PIECE) {
      pieces.push(Buffer.from(text));
      text = '';
    }
    if (++lines % TURN === 0) await setImmediate();
  };
  for (const alert of alerts.beside()) await take(alert);
  for (const listed of index.beside()) await take(listed);
  if (text !== '') pieces.push(Buffer.from(text));
  return pieces;
}

/** Reads what `writeBeside` gave, so many bytes. */
export async function readBeside(file: SealedFileReader, bytes: number): Promise<Beside> {
  const beside: Beside = { alerts: [], listed: [] };
  let rest: Uint8Array = new Uint8Array();
  for (let left = bytes; left > 0; ) {
    const piece = new Uint8Array(Math.min(PIECE, left));
    await file.fill(piece);
    left -= piece.length;
    const held = Buffer.concat([rest, piece]);
    const end = held.lastIndexOf(NEWLINE) + 1;
    rest = held.subarray(end);
    for (const line of held.toString('utf8', 0, end).split('\n')) if (line !== '') sort(JSON.parse(line), beside);
    await setImmediate();
  }
  return beside;
}

function sort(line: BesideAlert | BesideListed, { alerts, listed }: Beside): void {
  if ('alert' in line) alerts.push(line);
  else listed.push(line);
}
