import { readSigningKey } from '@entente/crypto/act/node-record';
import { keyAt, type Register } from '@entente/crypto/act/register';
import { type Receipt, readReceipts } from '@entente/crypto/envelope/receipt';
import { Refusal } from '@entente/crypto/refusal';
import type { Standing } from '../../membership/index.ts';
import { KEY_OVERLAP_MS } from './parts.ts';

/** A line that a peer gave for a receipt and that is none of its for this node. */
export class BadReceipt extends Error {
  override readonly name = 'BadReceipt';
}

/**
 * Reads receipts that a peer gave, and believes them only if that peer signed each for an envelope of this node. Throws
 * BadReceipt where one is none.
 */
export function checkReceipts(
  { register, self }: Standing,
  peer: string,
  lines: readonly string[],
  now: Date,
): Receipt[] {
  const { receipts, areSignedBy } = readLines(lines);
  for (const { organisation, from, to } of receipts) {
    if (organisation !== register.organisation || from !== peer || to !== self) {
      throw new BadReceipt('a receipt of another stream');
    }
  }
  for (let first = 0; first < receipts.length; ) {
    const receipt = receipts[first]!;
    const other = receipts.findIndex(({ key }, at) => at > first && key !== receipt.key);
    const end = other < 0 ? receipts.length : other;
    const key = findKey(register, receipt, now.toISOString());
    if (key === undefined || !areSignedBy(readSigningKey(key), first, end)) {
      throw new BadReceipt('a receipt nobody signed');
    }
    first = end;
  }
  return receipts;
}

function readLines(lines: readonly string[]): ReturnType<typeof readReceipts> {
  try {
    return readReceipts(lines);
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
