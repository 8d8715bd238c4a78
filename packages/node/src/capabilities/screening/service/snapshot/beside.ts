import { setImmediate } from 'node:timers/promises';
import type { ListId } from '@entente/contracts/alerts';
import type { IndexedObject } from '@entente/matching';
import type { SealedFileReader } from '../../../../platform/sealing/sealed-file.ts';
import type { BesideAlert } from '../alert-index.ts';
import type { Watch } from '../watch.ts';
import type { BesideListed } from '../watch-index.ts';

/** Bytes of a piece, and entries between turns for requests. */
const PIECE = 1 << 20;
const TURN = 64;
const NEWLINE = 0x0a;

/** What lies beside the indexes, read again. */
export interface Beside {
  alerts: BesideAlert[];
  listed: BesideListed[];
}

/**
 * What lies beside the indexes of names, two lines for each alert and each subject: what it is found by, and its text as it
 * stands; with turns for requests.
 */
export async function writeBeside({ alerts, index }: Pick<Watch, 'alerts' | 'index'>): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  let lines = '';
  let entries = 0;
  const take = async (head: Head, text: string) => {
    lines += `${JSON.stringify(head)}\n${text}\n`;
    if (lines.length >= PIECE) {
      pieces.push(Buffer.from(lines));
      lines = '';
    }
    if (++entries % TURN === 0) await setImmediate();
  };
  for (const { id, key, identities, object, text } of alerts.beside())
    await take(['alert', id, key, identities, ...(object ? [object] : [])] as AlertHead, text);
  for (const { id, list, ref, text } of index.beside()) await take(['listed', id, list, ref], text);
  if (lines !== '') pieces.push(Buffer.from(lines));
  return pieces;
}

type AlertHead = ['alert', id: string, key: string, identities: number, object?: IndexedObject];
type Head = AlertHead | ['listed', id: string, list: ListId, ref: string];

/** Reads what `writeBeside` gave, so many bytes. */
export async function readBeside(file: SealedFileReader, bytes: number): Promise<Beside> {
  const beside: Beside = { alerts: [], listed: [] };
  let rest: Uint8Array = new Uint8Array();
  for (let left = bytes; left > 0; ) {
    const piece = new Uint8Array(Math.min(PIECE, left));
    await file.fill(piece);
    left -= piece.length;
    rest = takeEntries(Buffer.concat([rest, piece]), beside);
    await setImmediate();
  }
  return beside;
}

/** Takes the entries that are whole; returns what is left. Each text is a string of its own, so that one in Han does not make all others wide. */
function takeEntries(held: Buffer, beside: Beside): Uint8Array {
  for (let from = 0; ; ) {
    const head = held.indexOf(NEWLINE, from);
    const end = head < 0 ? -1 : held.indexOf(NEWLINE, head + 1);
    if (end < 0) return held.subarray(from);
    keep(JSON.parse(held.toString('utf8', from, head)) as Head, held.toString('utf8', head + 1, end), beside);
    from = end + 1;
  }
}

function keep(head: Head, text: string, { alerts, listed }: Beside): void {
  if (head[0] === 'listed') {
    const [, id, list, ref] = head;
    listed.push({ id, list, ref, text });
    return;
  }
  const [, id, key, identities, object] = head;
  alerts.push({ id, key, identities, text, ...(object && { object }) });
}
