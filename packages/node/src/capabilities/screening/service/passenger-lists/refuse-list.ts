import { MOST_PASSENGERS, type UnreadRow } from '@entente/contracts/screening/passenger-list';
import { PROBLEMS, Problem, type ProblemKind } from '../../../../platform/problem.ts';
import type { ListRefusal } from '../../passengers/read-list.ts';
import { SCREENING_PROBLEMS } from '../../problems.ts';

const KINDS: Record<ListRefusal, ProblemKind> = {
  'unknown-encoding': SCREENING_PROBLEMS['passenger-list-encoding'],
  'not-text': SCREENING_PROBLEMS['passenger-list-no-text'],
  'wrong-number': SCREENING_PROBLEMS['passenger-list-columns'],
  'named-twice': SCREENING_PROBLEMS['passenger-list-columns'],
  'no-passenger-list': SCREENING_PROBLEMS['passenger-list-other-message'],
  'not-base64': SCREENING_PROBLEMS['passenger-list-no-text'],
  'too-large': PROBLEMS['too-large'],
  'too-many': SCREENING_PROBLEMS['passenger-list-too-long'],
  nobody: SCREENING_PROBLEMS['passenger-list-empty'],
};

const DETAILS: Partial<Record<ListRefusal, string>> = {
  'wrong-number': 'There are not as many columns named as the first row has.',
  'named-twice': 'Two columns are said to hold the same.',
  'not-base64': 'The content is not base64.',
  'too-many': `There are more than ${MOST_PASSENGERS} people on it.`,
};

/** Why a list is not taken, as a problem. */
export function asProblem(code: ListRefusal): Problem {
  const detail = DETAILS[code];
  return new Problem(KINDS[code], detail === undefined ? {} : { detail });
}

/** More rows than these nobody reads in a refusal. */
const MOST_TOLD = 50;

/** A list of which nobody can be asked about: each row with its line and reason. */
export function nobodyToAsk(unread: readonly UnreadRow[]): Problem {
  return new Problem(SCREENING_PROBLEMS['passenger-list-empty'], {
    errors: unread.slice(0, MOST_TOLD).map(({ line, code }) => ({ pointer: `/line/${line}`, reason: code })),
  });
}
