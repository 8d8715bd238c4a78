import type { Candidate } from '@entente/contracts/screening';
import type { Question } from '../model/question.ts';
import { alertCandidate, isDiscreet, type Wording } from '../rules/alert-candidate.ts';
import { listCandidate, orderCandidates } from '../rules/candidates.ts';
import { mayBeListed } from '../rules/question.ts';
import { searchAll } from './search-all.ts';
import type { Watch } from './watch.ts';

/** Who may be meant: `discreet` apart, for they are acted on without a word. */
export interface Answer {
  candidates: Candidate[];
  discreet: Candidate[];
  /** Entries of lists among them, by key: the ids that the change feed knows them by. */
  subjects: Record<string, string>;
}

/** Asks alerts in force and answering lists together. */
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
