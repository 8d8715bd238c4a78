import type { ScreeningRefusal } from '@entente/contracts/screening/rules';
import type { SecondLineCase } from '../model/case.ts';
import type { StoredHandover } from '../model/handover.ts';

/** A case the next officer must know of: at the place handed over, or one the leaving officer opened or worked on. */
export function isOfShift({ openedBy, personal }: SecondLineCase, officer: string, place: string): boolean {
  const worked = personal.given.some(({ by }) => by === officer);
  return openedBy === officer || worked || foldPlace(personal.place) === foldPlace(place);
}

/** Whether this officer may sign for a shift now. */
export function refuseSignature(
  { fromOfficer, fromAt, toOfficer }: Pick<StoredHandover, 'fromOfficer' | 'fromAt' | 'toOfficer'>,
  officer: string,
  now: Date,
): ScreeningRefusal[] {
  if (officer === fromOfficer) return [{ rule: 'own-handover', pointer: '' }];
  if (toOfficer !== null) return [{ rule: 'taken-over-before', pointer: '' }];
  return now < fromAt ? [{ rule: 'clock-set-back', pointer: '' }] : [];
}

/** Officers type a place's name with more or fewer spaces, in small letters or large. */
function foldPlace(place: string): string {
  return place
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.,-]+/gu, ' ')
    .trim();
}
