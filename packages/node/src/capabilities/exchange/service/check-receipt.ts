import { readSigningKey } from '@entente/crypto/act/node-record';
import { keyAt, type Register } from '@entente/crypto/act/register';
import { type Receipt, readReceipt } from '@entente/crypto/envelope/receipt';
import { Refusal } from '@entente/crypto/refusal';
import type { Standing } from '../../membership/index.ts';
import { KEY_OVERLAP_MS } from './parts.ts';

/** A line that a peer gave for a receipt and that is none of its for this node. */
export class BadReceipt extends Error {
  override readonly name = 'BadReceipt';
}

/** Reads a receipt that a peer gave, and believes it only if that peer signed it for an envelope of this node. Throws BadReceipt. */
export function checkReceipt({ register, self }: Standing, peer: string, line: string, now: Date): Receipt {
  const { receipt, isSignedBy } = readLine(line);
  const { organisation, from, to } = receipt;
  if (organisation !== register.organisation || from !== peer || to !== self) {
    throw new BadReceipt('a receipt of another stream');
  }
  const key = findKey(register, receipt, now.toISOString());
  if (key === undefined || !isSignedBy(readSigningKey(key))) throw new BadReceipt('a receipt nobody signed');
  return receipt;
}

function readLine(line: string): ReturnType<typeof readReceipt> {
  try {
    return readReceipt(line);
  } catch (cause) {
    if (cause instanceof Refusal) throw new BadReceipt(cause.message, { cause });
    throw cause;
  }
}

/** A key in force, or lately retired; an old receipt holds by a key that was in force then, unless it was revoked. */
function findKey(register: Register, { from, key, at }: Receipt, now: string): string | undefined {
  const named = { node: from, use: 'signing', id: key } as const;
  const inForce = keyAt(register, named, { moment: now, overlapMs: KEY_OVERLAP_MS });
  const then = keyAt(register, named, { moment: at, overlapMs: 0 });
  return (inForce ?? (then?.revoked ? undefined : then))?.key;
}
