import type { Verdict } from '@entente/contracts/screening/second-line';

export type Said = Verdict['verdict'];

/** What follows from each verdict, said before it is final. */
export const CONSEQUENCES = {
  'same-person': 'verdict.same-person.consequence',
  'not-the-same': 'verdict.not-the-same.consequence',
  'cannot-be-established': 'verdict.cannot-be-established.consequence',
} as const satisfies Record<Said, string>;

export const SAID: Said[] = ['same-person', 'not-the-same', 'cannot-be-established'];
