import { sql } from 'kysely';
import { readPassed } from './passed.ts';
import { type AtRest, pairsOf, type Resting } from './state.ts';

type Sent = {
  seq: number | null;
  envelope: string | null;
  type: string;
  accepted: boolean;
  refused: boolean;
  dead: string | null;
};

/**
 * Nothing is lost, nothing comes twice: each committed row of an outbox has its number, lies in the inbox under it, and was dealt
 * with; but for numbers that were passed over, since what they said was erased before a restored node could have it again. Numbers follow the commits: of two transactions that have nothing to do with each other, either may be first.
 */
export async function checkEnvelopes(rest: AtRest): Promise<string[]> {
  const faults: string[] = [];
  for (const { from, to } of pairsOf(rest)) faults.push(...(await checkPair(from, to)));
  return faults;
}

async function checkPair(from: Resting, to: Resting): Promise<string[]> {
  const pair = `${from.id} to ${to.id}`;
  const passed = await readPassed(from, to);
  const sent = (await readSent(from, to)).filter(({ seq }) => !passed.has(seq ?? 0));
  const arrived = (await readArrived(to, from)).filter(({ seq }) => !passed.has(seq));
  const faults: string[] = [];
  const numbers = [...sent.map(({ seq }) => seq ?? 0), ...passed].toSorted((a, b) => a - b);
  if (numbers.some((seq, at) => seq !== at + 1)) {
    faults.push(`${pair}: the numbers in the outbox, and those passed over, are not 1 to ${numbers.length}`);
  }
  if (arrived.length !== sent.length) {
    faults.push(`${pair}: ${sent.length} were written, ${arrived.length} lie in the inbox`);
  }
  for (const [at, { seq, envelope, type, accepted, refused, dead }] of sent.entries()) {
    const what = `${pair}: ${type} number ${seq}`;
    if (arrived[at]?.seq !== seq || arrived[at].envelope !== envelope) {
      faults.push(`${what} is another envelope in the inbox`);
    }
    if (accepted === refused) faults.push(`${what} has ${accepted ? 'two final receipts' : 'no final receipt'}`);
    if (refused !== (dead !== null))
      faults.push(`${what} is ${refused ? 'refused and' : 'not refused but'} a dead letter: ${dead}`);
  }
  return faults;
}

async function readSent(from: Resting, to: Resting): Promise<Sent[]> {
  const { rows } = await sql<Sent>`
    SELECT seq, encode(envelope, 'hex') AS envelope, type, letter.code AS dead,
      EXISTS (SELECT FROM exchange.receipt_held AS held
        WHERE held.node = outbox.node AND held.seq = outbox.seq AND status = 'accepted') AS accepted,
      EXISTS (SELECT FROM exchange.receipt_held AS held
        WHERE held.node = outbox.node AND held.seq = outbox.seq AND status = 'refused') AS refused
    FROM exchange.outbox LEFT JOIN exchange.dead_letter AS letter USING (id)
    WHERE node = ${to.id} ORDER BY seq`.execute(from.db);
  return rows;
}

async function readArrived(to: Resting, from: Resting): Promise<{ seq: number; envelope: string }[]> {
  const { rows } = await sql<{ seq: number; envelope: string }>`
    SELECT seq, encode(envelope, 'hex') AS envelope FROM exchange.inbox WHERE node = ${from.id} ORDER BY seq`.execute(
    to.db,
  );
  return rows;
}
