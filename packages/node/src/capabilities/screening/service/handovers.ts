import type { Handover, NewHandover } from '@entente/contracts/screening/shift';
import type { Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { type Asking, attribution, readDisplayNames } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import type { HandoverPersonal, StoredHandover } from '../model/handover.ts';
import { SCREENING_PROBLEMS } from '../problems.ts';
import { limitOf } from '../rules/clock.ts';
import { isOfShift, refuseSignature } from '../rules/handover.ts';
import { maskTraveller } from '../rules/mask.ts';
import { insertHandover, listHandovers, lockHandover, signHandover } from '../store/handovers.ts';
import { listCases } from '../store/second-line.ts';
import type { ScreeningParts } from './parts.ts';
import { recordingRefusals, refuseBy } from './refusal.ts';

const MOST_OPEN = 200;
const MOST_SHOWN = 50;

/** The leaving officer signs: what is open at his place and of his own, which clocks run, what is broken, what to know. */
export async function handOver(parts: ScreeningParts, asking: Asking, asked: NewHandover): Promise<Handover> {
  return await parts.db.transaction().execute(async (tx) => {
    const at = parts.clock.now();
    const { officer } = asking;
    const id = crypto.randomUUID();
    const open = await openCases(tx, parts, asking, asked.place);
    const record = await recordEvent(tx, {
      ...attribution(asking),
      at,
      event: 'screening.shift-handed-over',
      outcome: 'done',
      subject: { kind: 'handover', ref: id },
      facts: { open: open.length },
    });
    const handover: StoredHandover = {
      id,
      authority: officer.authority.id,
      fromOfficer: officer.id,
      fromAt: at,
      toOfficer: null,
      toAt: null,
      record: record.id,
      personal: { ...asked, open },
    };
    await insertHandover(tx, handover);
    return await viewOne(tx, handover);
  });
}

/** The next officer signs; never the one who leaves. */
export async function takeOver(parts: ScreeningParts, asking: Asking, id: string): Promise<Handover> {
  const subject = { kind: 'handover', ref: id };
  return await recordingRefusals(parts, asking, { step: 'take-over', subject }, () =>
    parts.db.transaction().execute(async (tx) => {
      const at = parts.clock.now();
      const handover = await lockHandover(tx, id, asking.officer.authority.id);
      if (!handover) throw new Problem(SCREENING_PROBLEMS['unknown-handover']);
      refuseBy(refuseSignature(handover, asking.officer.id, at));
      await signHandover(tx, id, asking.officer.id, at);
      await recordEvent(tx, {
        ...attribution(asking),
        at,
        event: 'screening.shift-taken-over',
        outcome: 'done',
        subject,
        facts: { from: handover.fromOfficer },
      });
      return await viewOne(tx, { ...handover, toOfficer: asking.officer.id, toAt: at });
    }),
  );
}

/** The last handovers of the officer's authority. */
export async function readHandovers(parts: ScreeningParts, asking: Asking): Promise<Handover[]> {
  return await parts.db.transaction().execute(async (tx) => {
    const handovers = await listHandovers(tx, asking.officer.authority.id, MOST_SHOWN);
    await recordEvent(tx, {
      ...attribution(asking),
      at: parts.clock.now(),
      event: 'screening.handovers-read',
      outcome: 'done',
      facts: { shown: handovers.length },
    });
    return await view(tx, handovers);
  });
}

async function openCases(
  tx: Tx,
  { membership }: ScreeningParts,
  { officer }: Asking,
  place: string,
): Promise<HandoverPersonal['open']> {
  const cases = await listCases(tx, officer.authority.id, { open: true, limit: MOST_OPEN });
  const { detention } = membership.procedure();
  return cases
    .filter((of) => isOfShift(of, officer.id, place))
    .map(({ id, openedAt, held, personal }) => ({
      id,
      traveller: maskTraveller(personal.readAs),
      openedAt: openedAt.toISOString(),
      limitAt: held && !held.stoppedAt ? limitOf(held.since, detention).toISOString() : null,
    }));
}

async function viewOne(tx: Tx, handover: StoredHandover): Promise<Handover> {
  return (await view(tx, [handover]))[0]!;
}

async function view(tx: Tx, handovers: StoredHandover[]): Promise<Handover[]> {
  const officers = handovers.flatMap(({ fromOfficer, toOfficer }) => [fromOfficer, toOfficer ?? []].flat());
  const names = await readDisplayNames(tx, [...new Set(officers)]);
  const signed = (id: string, at: Date) => ({ id, name: names.get(id) ?? '', signedAt: at.toISOString() });
  return handovers.map(({ id, fromOfficer, fromAt, toOfficer, toAt, record, personal }) => ({
    id,
    openedAt: fromAt.toISOString(),
    ...personal,
    from: signed(fromOfficer, fromAt),
    to: toOfficer && toAt ? signed(toOfficer, toAt) : null,
    record,
  }));
}
