import type { AlertContent } from '@entente/contracts/alerts/content';
import { checkIdentifier, isWellFormedIdentifier, normaliseIdentifier, type ObjectScheme } from '@entente/matching';
import type { ContentCheck } from '../case.ts';
import { breachIf, isBlank } from '../written.ts';

type Subject = AlertContent['subject'];

/** Something an object is known by: the field, its scheme, and the other field without which it says too little. */
interface Identifier {
  field: string;
  scheme?: ObjectScheme;
  written: string | undefined;
  with?: string | undefined;
}

/** Schemes whose every number has one shape; of the others a number may be older than its standard. */
const SHAPED: readonly ObjectScheme[] = ['imo', 'mmsi', 'icao-address', 'container'];

/** By what an object is told from others of its kind. One good identifier is enough. */
export const OBJECT_CHECKS = {
  'object-unidentified': ({ subject }) => {
    const identifiers = identifiersOf(subject);
    return breachIf(identifiers !== undefined && !identifiers.some(isGiven), '/subject');
  },

  'identifier-invalid': ({ subject }) => {
    const given = (identifiersOf(subject) ?? []).filter(isGiven);
    if (given.some(isAccepted)) return [];
    return given.map(({ field }) => ({ pointer: `/subject/${field}` }));
  },
} as const satisfies Record<string, ContentCheck>;

/** What the subject may be known by; undefined for what is no object. */
function identifiersOf(subject: Subject): Identifier[] | undefined {
  switch (subject.kind) {
    case 'vehicle':
      return [
        { field: 'plate', scheme: 'plate', written: subject.plate, with: subject.country ?? '' },
        { field: 'vin', scheme: 'vin', written: subject.vin },
      ];
    case 'vessel':
      return [
        { field: 'imo', scheme: 'imo', written: subject.imo },
        { field: 'mmsi', scheme: 'mmsi', written: subject.mmsi },
        { field: 'callSign', scheme: 'call-sign', written: subject.callSign },
        { field: 'name', written: subject.name, with: subject.flag ?? '' },
      ];
    case 'aircraft':
      return [
        { field: 'registration', scheme: 'aircraft-registration', written: subject.registration },
        { field: 'icaoAddress', scheme: 'icao-address', written: subject.icaoAddress },
        { field: 'serialNumber', scheme: 'serial-number', written: subject.serialNumber, with: subject.model ?? '' },
      ];
    case 'container':
      return [{ field: 'number', scheme: 'container', written: subject.number }];
    case 'firearm':
      return [
        { field: 'serialNumber', scheme: 'firearm-serial', written: subject.serialNumber, with: subject.make ?? '' },
      ];
    default:
      return undefined;
  }
}

function isGiven({ written, with: other }: Identifier): boolean {
  return !isBlank(written) && (other === undefined || !isBlank(other));
}

/** A number that can be compared, whose check digit is not wrong, and that has its scheme's shape where all have. */
function isAccepted({ scheme, written = '' }: Identifier): boolean {
  if (scheme === undefined) return true;
  if (normaliseIdentifier(scheme, written) === '' || checkIdentifier(scheme, written) === 'invalid') return false;
  return !SHAPED.includes(scheme) || isWellFormedIdentifier(scheme, written);
}
