import type { Candidate } from '@entente/contracts/screening';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { useState } from 'react';
import { useCountries } from '../../../ui/countries.ts';
import { useOwnState } from './own-state.ts';
import { concernsOwner, isProtected, missingAnswer, NO_ANSWERS, type ReportAnswers } from './report-answers.ts';
import type { Said } from './verdict-words.ts';

/** What a verdict asks about the report, and what has been answered. Silence is chosen beforehand only for whom it protects. */
export function useReport(view: SecondLineView, candidate: Candidate, said: Said | '') {
  const own = useOwnState();
  const countries = useCountries();
  const [answers, setAnswers] = useState<ReportAnswers>(() => ({
    ...NO_ANSWERS,
    choice: isProtected(view, NO_ANSWERS) ? 'do-not-report' : NO_ANSWERS.choice,
  }));
  // The alert has ended since the check, so that nobody is to be told.
  const [ended, setEnded] = useState(false);
  const spared = isProtected(view, answers);
  const concerns = (one: Candidate) => said === 'same-person' && !ended && concernsOwner(one, own);
  const asked = concerns(candidate);
  return {
    answers,
    setAnswers,
    spared,
    concerns,
    asked,
    missing: asked && missingAnswer(answers, spared) !== null,
    owner: candidate.source.kind === 'alert' ? countries.name(candidate.source.owner) : '',
    end: () => setEnded(true),
  };
}
