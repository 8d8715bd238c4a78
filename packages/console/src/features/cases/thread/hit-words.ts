import type { Compared, Met } from '@entente/contracts/cases/entries';

export const DIRECTIONS = {
  entry: 'direction.entry',
  exit: 'direction.exit',
  transit: 'direction.transit',
  inland: 'direction.inland',
} as const satisfies Record<Met['direction'], string>;

export const COMPARED = {
  document: 'checklist.document',
  photograph: 'checklist.photograph',
  marks: 'checklist.marks',
  questions: 'checklist.questions',
} as const satisfies Record<Compared['item'], string>;

export const FINDINGS = {
  agrees: 'finding.agrees',
  differs: 'finding.differs',
  'not-possible': 'finding.not-possible',
} as const satisfies Record<Compared['finding'], string>;
