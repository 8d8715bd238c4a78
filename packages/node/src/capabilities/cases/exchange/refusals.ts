import type { Verdict } from '../../exchange/index.ts';

/** Why an envelope about a case is refused. A thread of somebody else's and one that is not there are refused alike. */
export const CASE_REFUSALS = {
  'cases.unknown-alert': 'This state has no alert in force under that reference, nor had one',
  'cases.unknown-thread': 'There is no such thread between the sender and this node',
  'cases.unknown-answer': 'This node gave the sender no such reference, or keeps it no longer',
  'cases.asked-before': 'The sender has asked for what the reference stands for already',
  'cases.not-tellable': 'What is told is of no alert of the sender, of an unknown category, or not what was decided',
  'cases.unknown-inquiry': 'The receiver asked the sender nothing under that id, or it has been decided',
  'cases.file-content': 'A file is not of the type it says, or it is damaged',
  'cases.file-hostile': 'A file holds a program, or something else follows its end',
  'cases.not-the-owner': 'Only the owner of the alert acknowledges a hit on it',
} as const;

export const ACCEPTED: Verdict = { accepted: true };

export function refuse(code: keyof typeof CASE_REFUSALS): Verdict {
  return { refused: { code, detail: CASE_REFUSALS[code] } };
}
