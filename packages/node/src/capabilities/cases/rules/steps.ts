import type { CaseView } from '@entente/contracts/cases';
import type { NewMessage } from '@entente/contracts/cases/entries';
import type { CaseRefusal } from '@entente/contracts/cases/rules';
import type { FollowUp } from '../model/case.ts';
import type { Entry } from '../model/entry.ts';

type Standing = Pick<FollowUp, 'side' | 'acknowledgedAt' | 'closedAt'>;
type Asked = Pick<Entry, 'kind' | 'form' | 'here' | 'answeredAt'>;

/** What a message breaks. `asked`: the entry it says it answers, if the thread has it. */
export function refuseMessage({ closedAt }: Standing, message: NewMessage, asked: Asked | undefined): CaseRefusal[] {
  const { kind, form, answers } = message;
  if (closedAt) return [{ rule: 'case-closed', pointer: '' }];
  if ((kind === 'text') !== (form === undefined)) return [{ rule: 'asked-or-given', pointer: '/form' }];
  if (answers === undefined) return [];
  const isOpen = asked !== undefined && asked.kind === kind && asked.form === 'asked' && !asked.here;
  if (form === 'given' && isOpen && asked.answeredAt === null) return [];
  return [{ rule: 'answers-nothing', pointer: '/answers' }];
}

export function refuseAcknowledgement({ side, acknowledgedAt, closedAt }: Standing): CaseRefusal[] {
  if (side !== 'owning') return [{ rule: 'owner-acknowledges', pointer: '' }];
  if (acknowledgedAt) return [{ rule: 'acknowledged-before', pointer: '' }];
  return closedAt ? [{ rule: 'case-closed', pointer: '' }] : [];
}

/** The owner records what came of it after taking the hit up, and closes the case with it; each side once. */
export function refuseOutcome(
  { side, acknowledgedAt, closedAt }: Standing,
  { recorded }: { recorded: boolean },
): CaseRefusal[] {
  if (closedAt) return [{ rule: 'case-closed', pointer: '' }];
  if (recorded) return [{ rule: 'outcome-recorded-before', pointer: '' }];
  return side === 'owning' && !acknowledgedAt ? [{ rule: 'not-acknowledged', pointer: '' }] : [];
}

/** The steps that no rule stands against. */
export function openSteps(standing: Standing, { recorded }: { recorded: boolean }): CaseView['may'] {
  const may: CaseView['may'] = [];
  if (refuseAcknowledgement(standing).length === 0) may.push('acknowledge');
  if (!standing.closedAt) may.push('write');
  if (refuseOutcome(standing, { recorded }).length === 0) may.push('record-outcome');
  return may;
}
