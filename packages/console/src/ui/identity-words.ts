import type { Identity, ListedDocument, ListedName } from '@entente/contracts/alerts';

/** How far an identity is the person's own. */
export const IDENTITY_STATUSES = {
  confirmed: 'mark.confirmed',
  claimed: 'mark.claimed',
  false: 'mark.false',
  misused: 'mark.misused',
} as const satisfies Record<Identity['status'], string>;

/** What kind of name it is. */
export const NAME_KINDS = {
  primary: 'name-kind.primary',
  alias: 'name-kind.alias',
  former: 'name-kind.former',
  'original-script': 'name-kind.original-script',
} as const satisfies Record<ListedName['kind'], string>;

/** Types of documents and registrations, as they stand within a sentence. */
export const DOCUMENT_TYPES = {
  passport: 'document.passport',
  'national-id': 'document.national-id',
  'tax-number': 'document.tax-number',
  registration: 'document.registration',
  imo: 'document.imo',
  mmsi: 'document.mmsi',
  'call-sign': 'document.call-sign',
  'tail-number': 'document.tail-number',
  'serial-number': 'document.serial-number',
  other: 'document.other',
} as const satisfies Record<ListedDocument['type'], string>;

/** Sex as a document states it. */
export const SEXES = { male: 'sex.male', female: 'sex.female', unspecified: 'sex.unspecified' } as const;
