import { countTravellers, notePrepared, readPrepared } from '@entente/node/capabilities/access/index';
import type { Foundation } from '@entente/node/compose';
import { alertsOfIndia } from './alerts-of-india.ts';
import { castOf } from './casts.ts';
import { enterAlerts } from './enter-alerts.ts';
import type { Reach } from './http-officer.ts';
import { letTravellersPass } from './let-travellers-pass.ts';
import { massAlerts } from './mass-alerts.ts';
import { namedAlerts } from './named-alerts.ts';
import { daysFrom, type InDays, type ScriptedAlert } from './scripted-alert.ts';

type Parts = Pick<Foundation, 'clock' | 'log'> & { db: Foundation['database']['db'] };

/** Alerts without a story of their own. */
const MASS = 60;

/** Whose node tells. */
interface Teller {
  state: string;
  body?: string | undefined;
}

/** What a node's own officers have entered; the others have their desks, and what circulates to them. */
function scriptOf({ state, body }: Teller, day: InDays): ScriptedAlert[] {
  if (body !== undefined) return [];
  if (state === 'KZ') return [...namedAlerts(day), ...massAlerts(day, MASS)];
  return state === 'IN' ? alertsOfIndia(day) : [];
}

/**
 * Enters the invented alerts into a demonstration that runs, once; a start that was cut short is completed. `travellers`
 * are to pass afterwards.
 */
export async function enterDemonstrationAlerts(
  { db, clock }: Parts,
  reach: Reach,
  { node, travellers }: { node: Teller; travellers: number },
): Promise<void> {
  if (await readPrepared(db)) return;
  const script = scriptOf(node, daysFrom(clock.now()));
  if (script.length === 0) return;
  await enterAlerts(reach, castOf(node), script);
  await notePrepared({ db, clock }, { travellersBy: travellersBy(node), travellers });
}

/** Lets the invented travellers pass, beside whoever works; those who passed at an earlier start are not sent again. */
export async function passDemonstrationTravellers(
  { db, log }: Parts,
  reach: Reach,
  { count, signal }: { count: number; signal: AbortSignal },
): Promise<void> {
  const prepared = await readPrepared(db);
  if (!prepared) return;
  try {
    const { passed } = await countTravellers(db, prepared);
    if (passed >= count) return;
    const passage = await letTravellersPass(reach, { from: passed, to: count, signal });
    if (passage.travellers > 0) log.info(passage, 'invented travellers passed');
  } catch (error) {
    if (!signal.aborted) log.warn({ reason: (error as Error).message }, 'the invented travellers stopped passing');
  }
}

/** The last of the officers at the desk: the first is whom a newcomer comes as. */
function travellersBy(node: Teller): string {
  return castOf(node).findLast(({ roles }) => roles.includes('border-officer'))!.id;
}
