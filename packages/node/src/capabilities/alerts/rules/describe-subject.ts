import type { ListedName } from '@entente/contracts/alerts';
import type { AlertSubject } from '@entente/contracts/alerts/content';

/** How an alert is called in one line. */
export interface Described {
  /** In the original script, where there is one. */
  name: string;
  /** The Latin name beside it. */
  latin?: string;
  /** What tells one from another: birth date and nationality, number and state. */
  particulars: string;
}

/** Names whom or what an alert is about; a draft that names nobody yet has an empty name. */
export function describeSubject(subject: AlertSubject): Described {
  switch (subject.kind) {
    case 'person': {
      const identity = subject.identities.find(({ status }) => status === 'confirmed') ?? subject.identities[0];
      const birth = identity?.birthDates[0]?.date;
      return { ...describeNames(identity?.names ?? []), particulars: join(birth, identity?.nationalities.join(' ')) };
    }
    case 'organisation':
      return { ...describeNames(subject.names), particulars: join(subject.designation?.reference) };
    case 'document':
      return { name: subject.number ?? '', particulars: join(subject.documentType, subject.issuer, subject.status) };
    case 'blank-documents': {
      const { prefix = '', from = '', to = '' } = subject;
      return { name: `${prefix}${from}–${prefix}${to}`, particulars: join(subject.documentType, subject.issuer) };
    }
    case 'vehicle':
      return {
        name: subject.plate ?? subject.vin ?? '',
        particulars: join(subject.country, subject.make, subject.model, subject.colour),
      };
    case 'vessel':
      return { name: subject.name ?? subject.imo ?? subject.mmsi ?? '', particulars: join(subject.imo, subject.flag) };
    case 'aircraft':
      return { name: subject.registration ?? subject.icaoAddress ?? '', particulars: join(subject.model) };
    case 'container':
      return { name: subject.number ?? '', particulars: '' };
    case 'firearm':
      return { name: subject.serialNumber ?? '', particulars: join(subject.make, subject.model, subject.calibre) };
  }
}

function describeNames(names: readonly ListedName[]): Pick<Described, 'name' | 'latin'> {
  const original = names.find(({ script }) => script !== 'Latn');
  const latin = names.find(({ script }) => script === 'Latn');
  if (!original) return { name: latin?.full ?? '' };
  return { name: original.full, ...(latin && { latin: latin.full }) };
}

function join(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}
