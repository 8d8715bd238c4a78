import { readSigningKey } from '@entente/crypto/act/node-record';
import { keyAt } from '@entente/crypto/act/register';
import { readReceipt } from '@entente/crypto/envelope/receipt';
import { sql } from 'kysely';
import { readPassed } from './passed.ts';
import { type AtRest, pairsOf, type Resting } from './state.ts';

type Held = { seq: number; status: string; line: string; envelope: string | null };

/** Each envelope has two receipts at its sender, which its receiver has signed, gave, and has on record. */
export async function checkReceipts(rest: AtRest): Promise<string[]> {
  const faults: string[] = [];
  for (const { from, to } of pairsOf(rest)) {
    const passed = await readPassed(from, to);
    const held = (await readHeld(from, to)).filter(({ seq }) => !passed.has(seq));
    const given = (await readGiven(to, from)).filter(({ seq }) => !passed.has(seq)).map(({ line }) => line);
    const pair = `${from.id} to ${to.id}`;
    if (held.length !== given.length)
      faults.push(`${pair}: ${given.length} receipts were given, ${held.length} are held`);
    for (const receipt of held) {
      const fault = faultOf(rest, to, receipt) ?? (given.includes(receipt.line) ? undefined : 'is none that was given');
      if (fault) faults.push(`${pair}: the receipt "${receipt.status}" for number ${receipt.seq} ${fault}`);
    }
    faults.push(...(await checkNumbers(to, from)));
  }
  return faults;
}

function faultOf({ register }: AtRest, signer: Resting, { line, seq, status, envelope }: Held): string | undefined {
  const { receipt, isSignedBy } = readReceipt(line);
  if (receipt.seq !== seq || receipt.status !== status || receipt.envelope !== envelope)
    return 'is for another envelope';
  const named = { node: signer.id, use: 'signing', id: receipt.key } as const;
  const key = keyAt(register, named, { moment: receipt.at, overlapMs: 0 });
  return key && isSignedBy(readSigningKey(key.key)) ? undefined : 'does not verify';
}

async function readHeld(from: Resting, to: Resting): Promise<Held[]> {
  const { rows } = await sql<Held>`
    SELECT seq, status, line, encode(envelope, 'hex') AS envelope
    FROM exchange.receipt_held LEFT JOIN exchange.outbox USING (node, seq)
    WHERE node = ${to.id} ORDER BY seq, status`.execute(from.db);
  return rows;
}

async function readGiven(to: Resting, from: Resting): Promise<{ seq: number; line: string }[]> {
  const { rows } = await sql<{ seq: number; line: string }>`
    SELECT seq, receipt AS line FROM exchange.inbox WHERE node = ${from.id}
    UNION ALL SELECT seq, line FROM exchange.receipt_given WHERE node = ${from.id}`.execute(to.db);
  return rows;
}

/** Receipts are pulled by their numbers, so these have no gap either. */
async function checkNumbers(to: Resting, from: Resting): Promise<string[]> {
  const { rows } = await sql<{ number: number | null }>`
    SELECT number FROM exchange.receipt_given WHERE node = ${from.id} ORDER BY number`.execute(to.db);
  const whole = rows.every(({ number }, at) => number === at + 1);
  return whole ? [] : [`${to.id}: the receipts for ${from.id} are not numbered 1 to ${rows.length}`];
}
