import type { Candidate } from '@entente/contracts/screening';
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

/** Asks alerts in force and answering lists together. */
export function answerQuestion(question: Question, watch: Watch, wording: Wording, at: Date): Answer {
  const { readAs, query } = question;
  const today = at.toISOString().slice(0, 10);
  const subjects: Record<string, string> = {};
  const listed =
    query.names.length > 0 || query.documents?.length
      ? watch.index.search(query, watch.lists.keys()).flatMap((found) => {
          const list = watch.lists.get(found.listing.list);
          if (!list || !mayBeListed(readAs, found.listing.kind)) return [];
          const candidate = listCandidate(found, list, wording.actions);
          subjects[candidate.key] = found.id;
          return [candidate];
        })
      : [];
  const met = watch.alerts.search(question, at);
  const shown = (discreet: boolean) =>
    met
      .filter(({ alert }) => isDiscreet(alert.category, wording.categories) === discreet)
      .map((one) => alertCandidate(one, query.birthDate, today, wording));
  return {
    candidates: orderCandidates([...shown(false), ...listed], wording.actions),
    discreet: orderCandidates(shown(true), wording.actions),
    subjects,
  };
}
