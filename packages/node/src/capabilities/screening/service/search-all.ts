import type { ListId } from '@entente/contracts/alerts';
import { Problem } from '../../../platform/problem.ts';
import { ThreadLost } from '../../../platform/threads/thread-pool.ts';
import type { AlertMet } from '../model/alert.ts';
import type { Found } from '../model/found.ts';
import type { FoundNames, NameAsk } from '../model/name-search.ts';
import type { Question } from '../model/question.ts';
import { SCREENING_PROBLEMS } from '../problems.ts';
import type { Watch } from './watch.ts';

/** So often is asked again when what was found changed meanwhile; then in this thread, where nothing changes meanwhile. */
const MOST_ASKED = 3;

/** What a question meets. */
export interface All {
  met: AlertMet[];
  found: Found[];
  /** The lists that were asked. */
  lists: Watch['lists'];
}

/** Asks alerts in force and answering lists together, in the threads that search. */
export async function searchAll(question: Question, watch: Watch, at: Date): Promise<All> {
  const { query } = question;
  const { alerts, index } = watch;
  const attempt = async () => {
    const { lists } = watch;
    const names = listsFor(question, lists);
    const revisions = [alerts.revision, index.revision] as const;
    const results = await search(watch, [...alerts.asks(question), ...index.asks(query, names)]);
    const met = alerts.answer(question, at, results, revisions[0]);
    const found = index.answer(names, results, revisions[1]);
    return met && found && { met, found, lists };
  };
  return await untilUnchanged(attempt, () => {
    const { lists } = watch;
    return { met: alerts.search(question, at), found: index.search(query, listsFor(question, lists)), lists };
  });
}

/** Asks alerts in force alone; `limit` names are looked at, 20 unless told. */
export async function searchAlerts(question: Question, watch: Watch, at: Date, limit?: number): Promise<AlertMet[]> {
  const { alerts } = watch;
  const attempt = async () => {
    const { revision } = alerts;
    return alerts.answer(question, at, await search(watch, alerts.asks(question, limit)), revision);
  };
  return await untilUnchanged(attempt, () => alerts.search(question, at, limit));
}

async function untilUnchanged<Answer>(attempt: () => Promise<Answer | undefined>, here: () => Answer): Promise<Answer> {
  for (let asked = 0; asked < MOST_ASKED; asked++) {
    const answer = await attempt();
    if (answer) return answer;
  }
  return here();
}

/** What a thread would have found that ended is not known, and nobody is told that nobody was found. */
async function search({ threads }: Watch, asks: NameAsk[]): Promise<FoundNames> {
  try {
    return await threads.search(asks);
  } catch (error) {
    throw error instanceof ThreadLost ? new Problem(SCREENING_PROBLEMS['search-interrupted']) : error;
  }
}

/** Lists are asked by names and documents alone. */
function listsFor({ query }: Question, lists: Watch['lists']): ListId[] {
  return query.names.length > 0 || query.documents?.length ? [...lists.keys()] : [];
}
