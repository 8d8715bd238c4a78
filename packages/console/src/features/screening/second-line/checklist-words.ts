import type { ChecklistItem } from '@entente/contracts/screening/second-line';

/** What is compared, in the order in which an officer does it. */
export const ITEMS = {
  document: 'checklist.document',
  photograph: 'checklist.photograph',
  marks: 'checklist.marks',
  questions: 'checklist.questions',
} as const satisfies Record<ChecklistItem['item'], string>;

/** How each is done. */
export const ITEM_HINTS = {
  document: 'checklist.document.hint',
  photograph: 'checklist.photograph.hint',
  marks: 'checklist.marks.hint',
  questions: 'checklist.questions.hint',
} as const satisfies Record<ChecklistItem['item'], string>;

export const FINDINGS = {
  agrees: 'finding.agrees',
  differs: 'finding.differs',
  'not-possible': 'finding.not-possible',
} as const satisfies Record<ChecklistItem['finding'], string>;

export const ORDER = Object.keys(ITEMS) as ChecklistItem['item'][];

/** The list with one item answered anew, in the order of the form; a note without a finding waits in `notes`. */
export function answered(list: ChecklistItem[], item: ChecklistItem): ChecklistItem[] {
  const others = list.filter((one) => one.item !== item.item);
  return [...others, item].toSorted((left, right) => ORDER.indexOf(left.item) - ORDER.indexOf(right.item));
}
