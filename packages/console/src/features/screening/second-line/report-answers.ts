import type { Candidate } from '@entente/contracts/screening';
import type { ChosenReport, ReportChoice } from '@entente/contracts/screening/report';
import type { SecondLineView, Verdict } from '@entente/contracts/screening/second-line';

/** What an officer has answered about the report, so far. */
export interface ReportAnswers {
  claims: boolean;
  choice: ReportChoice | '';
  reason: string;
  words: string;
}

export const NO_ANSWERS: ReportAnswers = { claims: false, choice: '', reason: '', words: '' };

/** Whether an alert of another state's met this candidate, so that its owner may be told. `state`: alpha-2 or alpha-3. */
export function concernsOwner({ source }: Candidate, own: readonly string[]): boolean {
  return source.kind === 'alert' && !own.includes(source.owner);
}

/** Whether nothing is reported by default: the person claims protection, now or before, or shows a refugee's document. */
export function isProtected(
  { refugeePapers, given }: SecondLineView,
  { claims }: Pick<ReportAnswers, 'claims'>,
): boolean {
  return claims || refugeePapers || given.some(({ claimsProtection }) => claimsProtection === true);
}

/** Whether the choice needs a reason: it goes against what is usual here. */
export function needsReason({ choice }: Pick<ReportAnswers, 'choice'>, spared: boolean): boolean {
  return choice !== '' && (choice === 'do-not-report') !== spared;
}

/** What still has to be answered. */
export function missingAnswer(answers: ReportAnswers, spared: boolean): 'choice' | 'reason' | null {
  if (answers.choice === '') return 'choice';
  return needsReason(answers, spared) && !answers.reason.trim() ? 'reason' : null;
}

/** The choice as it is sent; nothing while none is made. */
export function chosenOf({ choice, reason, words }: ReportAnswers): ChosenReport | undefined {
  if (choice === '') return undefined;
  return {
    choice,
    ...(reason.trim() && { reason }),
    ...(choice !== 'do-not-report' && words.trim() && { words }),
  };
}

/** What of the answers goes with a verdict on a candidate. */
export function withAnswers(answers: ReportAnswers, asked: boolean): Pick<Verdict, 'report' | 'claimsProtection'> {
  const report = asked ? chosenOf(answers) : undefined;
  return { ...(answers.claims && { claimsProtection: true }), ...(report && { report }) };
}
