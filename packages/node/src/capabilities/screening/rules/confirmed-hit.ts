import type { Candidate, ReadAs } from '@entente/contracts/screening';
import type { SecondLineCase, StoredVerdict } from '../model/case.ts';
import type { ConfirmedHit, SeenDocument } from '../model/confirmed-hit.ts';
import { areRefugeePapers } from './protection.ts';

/**
 * What goes on from a verdict. Notes and reasons stay: they were written for this node, and may name the place or a claim to
 * protection. A refugee's document stays as well, since it is such a claim by itself.
 */
export function confirmedHit(
  { openedAt, personal }: SecondLineCase,
  { source, action }: Candidate,
  { checklist, taken, report }: StoredVerdict,
): ConfirmedHit {
  if (source.kind !== 'alert') throw new TypeError('Only a hit on an alert is followed up');
  const { reference, owner, category } = source;
  const { place, direction } = personal;
  const choice = report?.choice === 'report-without-place-and-time' ? report.choice : 'report';
  return {
    alert: { reference, owner, category },
    action,
    choice,
    ...(choice === 'report' && { met: { at: openedAt, place, direction } }),
    documents: documentsOf(personal.readAs),
    compared: checklist.map(({ item, finding }) => ({ item, finding })),
    ...(taken !== undefined && { taken }),
    ...(report?.words !== undefined && { words: report.words }),
  };
}

function documentsOf(readAs: ReadAs): SeenDocument[] {
  const number = readAs.mrz?.documentNumber ?? readAs.documentNumber;
  if (number === undefined || areRefugeePapers(readAs)) return [];
  const { documentCode: code, issuer } = readAs.mrz ?? {};
  return [{ number, ...(code !== undefined && { code }), ...(issuer !== undefined && { issuer }) }];
}
