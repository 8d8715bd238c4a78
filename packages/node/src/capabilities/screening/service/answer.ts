import type { ListId } from '@entente/contracts/alerts';
import type { Candidate } from '@entente/contracts/screening';
import type { AlertMet } from '../model/alert.ts';
import type { Found } from '../model/found.ts';
import type { Question } from '../model/question.ts';
import { alertCandidate, isDiscreet, type Wording } from '../rules/alert-candidate.ts';
import { listCandidate, orderCandidates } from '../rules/candidates.ts';
import { mayBeListed } from '../rules/question.ts';
import type { Watch } from './watch.ts';

/** Who may be meant: `discreet` apart, for they are acted on without a word. */
export interface Answer {
  candidates: Candidate[];
  discreet: Candidate[];
  /** Entries of lists among them, by key: the ids that the change feed knows them by. */
  subjects: Record<string, string>;
}

/** So often is asked again when what was found changed meanwhile; then in this thread, where nothing changes meanwhile. */
const MOST_ASKED = 3;

/** Asks alerts in force and answering lists together; rejects with ThreadLost. */
export async function answerQuestion(question: Question, watch: Watch, wording: Wording, at: Date): Promise<Answer> {
  const { readAs } = question;
  const { met, found, lists } = await searchAll(question, watch, at);
  const today = at.toISOString().slice(0, 10);
  const subjects: Record<string, string> = {};
  const listed = found.flatMap((one) => {
    const list = lists.get(one.listing.list);
    if (!list || !mayBeListed(readAs, one.listing.kind)) return [];
    const candidate = listCandidate(one, list, wording.actions);
    subjects[candidate.key] = one.id;
    return [candidate];
  });
  const shown = (discreet: boolean) =>
    met
      .filter(({ alert }) => isDiscreet(alert.category, wording.categories) === discreet)
      .map((one) => alertCandidate(one, question.query.birthDate, today, wording));
  return {
    candidates: orderCandidates([...shown(false), ...listed], wording.actions),
    discreet: orderCandidates(shown(true), wording.actions),
    subjects,
  };
}

interface All {
  met: AlertMet[];
  found: Found[];
  /** The lists that were asked. */
  lists: Watch['lists'];
}

async function searchAll(question: Question, watch: Watch, at: Date): Promise<All> {
  const { query } = question;
  const { alerts, index } = watch;
  for (let asked = 0; asked < MOST_ASKED; asked++) {
    const { lists } = watch;
    const names = listsFor(question, lists);
    const revisions = [alerts.revision, index.revision] as const;
    const asks = [...alerts.asks(question), ...index.asks(query, names)];
    const results = await watch.threads.search(asks);
    const met = alerts.answer(question, at, results, revisions[0]);
    const found = index.answer(names, results, revisions[1]);
    if (met && found) return { met, found, lists };
  }
  const names = listsFor(question, watch.lists);
  return { met: alerts.search(question, at), found: index.search(query, names), lists: watch.lists };
}

/** Lists are asked by names and documents alone. */
function listsFor({ query }: Question, lists: Watch['lists']): ListId[] {
  return query.names.length > 0 || query.documents?.length ? [...lists.keys()] : [];
}
