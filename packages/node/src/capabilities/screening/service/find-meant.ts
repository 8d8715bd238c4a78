import type { CheckRequest } from '@entente/contracts/screening';
import { steadyMs } from '../../../platform/clock.ts';
import { Problem } from '../../../platform/problem.ts';
import type { FindMeant, Meant } from '../../exchange/index.ts';
import { SCREENING_PROBLEMS } from '../problems.ts';
import { mayAnswer } from '../rules/asked-by.ts';
import { isCurrent } from '../rules/currency.ts';
import { readRequest } from '../rules/question.ts';
import type { ScreeningParts } from './parts.ts';
import { searchAlerts } from './search-all.ts';

type About = Parameters<FindMeant>[0];

/** The best of this state's own alerts that a question of another may be told of; lists are not asked: everybody has them. */
export async function findMeant(
  { watch, clock, ownState }: Pick<ScreeningParts, 'watch' | 'clock' | 'ownState'>,
  about: About,
  askingState: string,
): Promise<Meant | undefined> {
  const now = clock.now();
  if (!isCurrent(watch.heardMs, steadyMs())) throw new Problem(SCREENING_PROBLEMS['index-not-ready']);
  const reading = readRequest(requestOf(about), now.toISOString().slice(0, 10));
  if (!reading.ok) return undefined;
  const met = (await searchAlerts(reading.question, watch, now))
    .filter(({ alert }) => mayAnswer(alert, ownState, askingState))
    .toSorted((left, right) => right.score - left.score);
  return met[0] && { reference: met[0].alert.reference };
}

function requestOf(about: About): CheckRequest {
  if (about.by === 'document') {
    const { number, issuer } = about;
    return { by: 'document', number, ...(issuer !== undefined && { issuer }) };
  }
  const { names, birthDate, nationality } = about;
  const identity = {
    names,
    ...(birthDate !== undefined && { birthDate }),
    ...(nationality !== undefined && { nationality }),
  };
  return { by: 'identity', identity };
}
