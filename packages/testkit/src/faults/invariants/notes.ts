import { sql } from 'kysely';
import type { NotesKept } from '../work/send-notes.ts';
import { type AtRest, pairsOf, type Resting } from './state.ts';

type Taken = { seq: number; name: string };

/** Notes are taken once each, in the order of their numbers, and all are there of which a node said that they are kept. */
export async function checkNotes(rest: AtRest, kept: readonly NotesKept[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { from, to } of pairsOf(rest)) {
    const pair = `${from.id} to ${to.id}`;
    const taken = await readTaken(to, from);
    const names = new Set(taken.map(({ name }) => name));
    if (names.size !== taken.length) faults.push(`${pair}: ${taken.length - names.size} notes were taken twice`);
    if (taken.some(({ seq }, at) => at > 0 && seq <= taken[at - 1]!.seq)) {
      faults.push(`${pair}: notes were taken in another order than that of their numbers`);
    }
    const promised = kept.filter((one) => one.from === from.id && one.to === to.id).flatMap((one) => one.names);
    const lost = promised.filter((name) => !names.has(name));
    if (lost.length > 0) faults.push(`${pair}: ${lost.length} notes are lost, among them ${lost[0]}`);
    const order = new Map(taken.map(({ name }, at) => [name, at]));
    const places = promised.map((name) => order.get(name) ?? -1).filter((at) => at >= 0);
    if (places.some((at, index) => index > 0 && at < places[index - 1]!)) {
      faults.push(`${pair}: notes were taken in another order than they were written in`);
    }
  }
  return faults;
}

async function readTaken(to: Resting, from: Resting): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    SELECT seq, name FROM public.note WHERE sender = ${from.id} ORDER BY at`.execute(to.db);
  return rows;
}
