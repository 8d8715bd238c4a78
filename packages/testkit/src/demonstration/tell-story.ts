import { countTravellers, notePrepared, readPrepared } from '@entente/node/capabilities/access/index';
import type { Foundation } from '@entente/node/compose';
import { DEMONSTRATION_OFFICERS } from '../officers.ts';
import { enterAlerts } from './enter-alerts.ts';
import type { Reach } from './http-officer.ts';
import { letTravellersPass } from './let-travellers-pass.ts';
import { massAlerts } from './mass-alerts.ts';
import { namedAlerts } from './named-alerts.ts';
import { daysFrom } from './scripted-alert.ts';

type Parts = Pick<Foundation, 'clock' | 'log'> & { db: Foundation['database']['db'] };

/** Alerts without a story of their own. */
const MASS = 60;

/**
 * Enters the invented alerts into a demonstration that runs, once; a start that was cut short is completed. `travellers`
 * are to pass afterwards.
 */
export async function enterDemonstrationAlerts(
  { db, clock }: Parts,
  reach: Reach,
  { travellers }: { travellers: number },
): Promise<void> {
  if (await readPrepared(db)) return;
  const day = daysFrom(clock.now());
  await enterAlerts(reach, [...namedAlerts(day), ...massAlerts(day, MASS)]);
  await notePrepared({ db, clock }, { travellersBy: travellersBy(), travellers });
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
    const passage = await letTravellersPass(reach, { from: passed, to: count, signal });
    if (passage.travellers > 0) log.info(passage, 'invented travellers passed');
  } catch (error) {
    if (!signal.aborted) log.warn({ reason: (error as Error).message }, 'the invented travellers stopped passing');
  }
}

function travellersBy(): string {
  return DEMONSTRATION_OFFICERS.find(({ name }) => name === 'd.seitkali')!.id;
}
