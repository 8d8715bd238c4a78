import { setTimeout as pause } from 'node:timers/promises';
import type { CheckAnswer } from '@entente/contracts/screening';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { DEMONSTRATION_OFFICERS } from '../officers.ts';
import { inventPerson } from '../people/person.ts';
import { writeTd3 } from '../people/zone.ts';
import { HttpOfficer, type Reach } from './http-officer.ts';

/** Travellers of this seed are in no alert and on no list. */
const SEED = 77_140;
const PURPOSE = 'border-check';
/** So many false alarms go to the second line and are cleared; two more wait there for a newcomer. */
const CLEARED = 6;
const LEFT_OPEN = 2;

/** What came of them. */
export interface Passage {
  travellers: number;
  alarms: number;
}

/**
 * Lets invented clean travellers pass the gate of a second officer, one after the other, while others work. Most pass
 * without a trace of who they were; some bear a name that is listed, and those are the false alarms a border has.
 * `from` travellers have passed at an earlier start.
 */
export async function letTravellersPass(
  reach: Reach,
  { from, to, signal }: { from: number; to: number; signal: AbortSignal },
): Promise<Passage> {
  const passed: Passage = { travellers: 0, alarms: 0 };
  if (from >= to) return passed;
  const officer = await HttpOfficer.signIn(reach, DEMONSTRATION_OFFICERS.find(({ name }) => name === 'd.seitkali')!);
  for (let number = from; number < to && !signal.aborted; number += 1) {
    const body = { by: 'mrz', text: zoneOf(number) };
    const answer = await officer.must<CheckAnswer>('POST', '/api/screening/checks', body, PURPOSE);
    passed.travellers += 1;
    if (answer.outcome === 'hit' && ++passed.alarms <= CLEARED + LEFT_OPEN && from === 0) {
      await refer(officer, answer, passed.alarms <= CLEARED);
    }
    // A newcomer at the desk comes first.
    await pause(2);
  }
  if (!signal.aborted) await officer.signOut();
  return passed;
}

async function refer(officer: HttpOfficer, { id, candidates }: CheckAnswer, clear: boolean): Promise<void> {
  const referral = { check: id, direction: 'entry', place: 'Korday (invented gate 3)', held: false };
  let open = await officer.must<SecondLineView>('POST', '/api/screening/referrals', referral, PURPOSE);
  for (const { key } of clear ? candidates : []) {
    open = await officer.must<SecondLineView>(
      'POST',
      `/api/screening/second-line/${open.id}/verdicts`,
      {
        revision: open.revision,
        candidate: key,
        verdict: 'not-the-same',
        checklist: [
          { item: 'document', finding: 'differs', note: 'Another place of birth and another father’s name.' },
          { item: 'questions', finding: 'differs' },
        ],
        notTaken: 'Not the same person; let on with an apology.',
      },
      PURPOSE,
    );
  }
}

function zoneOf(number: number): string {
  const person = inventPerson(SEED, number);
  const { given, family } = person.forms;
  const birth = person.identity.birthDates[0]?.date ?? '1980';
  const country = person.identity.nationalities[0] ?? 'KAZ';
  return writeTd3({
    issuer: country,
    nationality: country,
    family: family.latin,
    given: given.latin,
    number: `T${String(10_000_000 + number)}`,
    birthDate: birth.length === 10 ? birth : `${birth.slice(0, 4)}-0${1 + (number % 9)}-1${number % 10}`,
    sex: person.sex,
    expiryDate: '2032-10-01',
  });
}
