/** The name of every field of an alert's content, by its pointer with `*` for a place in a list. */
export const FIELDS = {
  '/category': 'alert.field.category',
  '/action': 'alert.field.action',
  '/expiresOn': 'alert.field.expires-on',
  '/reviewOn': 'alert.field.review-on',
  '/note': 'alert.field.note',
  '/subject/kind': 'alert.field.kind',
  '/subject/identities': 'alert.field.identities',
  '/subject/description': 'alert.field.description',
  '/subject/marks': 'alert.field.marks',
  '/subject/languages': 'alert.field.languages',
  '/subject/dangers': 'alert.field.dangers',
  '/subject/medical': 'alert.field.medical',
  '/subject/memberships': 'alert.field.memberships',
  '/subject/memberships/*/organisation': 'alert.field.membership.organisation',
  '/subject/memberships/*/source': 'alert.field.membership.source',
  '/subject/memberships/*/reliability': 'alert.field.membership.reliability',
  '/subject/memberships/*/credibility': 'alert.field.membership.credibility',
  '/subject/protection': 'alert.field.protection',
  '/subject/childProtection': 'alert.field.child-protection',
  '/subject/childProtection/authority': 'alert.field.child-protection.authority',
  '/subject/childProtection/contact': 'alert.field.child-protection.contact',
  '/subject/names': 'alert.field.organisation.names',
  '/subject/identifiers': 'alert.field.identifiers',
  '/subject/addresses': 'alert.field.addresses',
  '/subject/designation': 'alert.field.designation',
  '/subject/designation/authority': 'alert.field.authority',
  '/subject/designation/instrument': 'alert.field.designation.instrument',
  '/subject/designation/reference': 'alert.field.reference',
  '/subject/designation/date': 'alert.field.date',
  '/subject/documentType': 'alert.field.document-type',
  '/subject/issuer': 'alert.field.issuer',
  '/subject/status': 'alert.field.document-status',
  '/subject/reportedOn': 'alert.field.reported-on',
  '/subject/holder': 'alert.field.holder',
  '/subject/invalidation': 'alert.field.invalidation',
  '/subject/invalidation/authority': 'alert.field.authority',
  '/subject/invalidation/number': 'alert.field.reference',
  '/subject/invalidation/date': 'alert.field.date',
  '/subject/invalidation/appeal': 'alert.field.invalidation.appeal',
  '/subject/number': 'alert.field.number',
  '/subject/prefix': 'alert.field.blank.prefix',
  '/subject/from': 'alert.field.blank.from',
  '/subject/to': 'alert.field.blank.to',
  '/subject/plate': 'alert.field.plate',
  '/subject/country': 'alert.field.registered-in',
  '/subject/vin': 'alert.field.vin',
  '/subject/make': 'alert.field.make',
  '/subject/model': 'alert.field.model',
  '/subject/colour': 'alert.field.colour',
  '/subject/name': 'alert.field.vessel.name',
  '/subject/imo': 'alert.field.imo',
  '/subject/mmsi': 'alert.field.mmsi',
  '/subject/callSign': 'alert.field.call-sign',
  '/subject/flag': 'alert.field.flag',
  '/subject/registration': 'alert.field.registration',
  '/subject/icaoAddress': 'alert.field.icao-address',
  '/subject/serialNumber': 'alert.field.serial-number',
  '/subject/calibre': 'alert.field.calibre',
  '/ground/legalBasis': 'alert.field.legal-basis',
  '/ground/instrument': 'alert.field.instrument',
  '/ground/issuingAuthority': 'alert.field.issuing-authority',
  '/ground/issuingAuthority/name': 'alert.field.authority',
  '/ground/issuingAuthority/reference': 'alert.field.reference',
  '/ground/issuingAuthority/date': 'alert.field.date',
  '/ground/offence': 'alert.field.offence',
  '/ground/offence/kind': 'alert.field.offence.kind',
  '/ground/offence/description': 'alert.field.offence.description',
  '/ground/offence/provision': 'alert.field.offence.provision',
  '/ground/offence/definition': 'alert.field.offence.definition',
  '/ground/offence/conduct': 'alert.field.offence.conduct',
  '/ground/offence/violentAct': 'alert.field.violent-act',
  '/ground/offence/violentAct/act': 'alert.field.violent-act.act',
  '/ground/offence/violentAct/description': 'alert.field.violent-act.description',
  '/ground/offence/violentAct/date': 'alert.field.violent-act.date',
  '/ground/offence/violentAct/place': 'alert.field.violent-act.place',
  '/ground/warrant': 'alert.field.warrant',
  '/ground/warrant/kind': 'alert.field.warrant.kind',
  '/ground/warrant/authority': 'alert.field.warrant.authority',
  '/ground/warrant/number': 'alert.field.number',
  '/ground/warrant/date': 'alert.field.date',
  '/ground/authorisation': 'alert.field.authorisation',
  '/ground/authorisation/by': 'alert.field.authorisation.by',
  '/ground/authorisation/authority': 'alert.field.authority',
  '/ground/authorisation/number': 'alert.field.number',
  '/ground/authorisation/date': 'alert.field.date',
  '/ground/authorisation/ground': 'alert.field.authorisation.ground',
  '/ground/authorisation/description': 'alert.field.authorisation.description',
  '/ground/whereaboutsConsent': 'alert.field.whereabouts-consent',
  '/ground/whereaboutsConsent/reference': 'alert.field.consent.reference',
  '/ground/whereaboutsConsent/givenOn': 'alert.field.consent.given-on',
} as const;

/** Fields of one identity, of a person or of a document's holder, by their pointer within it. */
export const IDENTITY_FIELDS = {
  '/status': 'alert.field.identity.status',
  '/names': 'alert.field.names',
  '/birthDates': 'alert.field.birth-dates',
  '/birthDates/*/date': 'alert.field.birth-date',
  '/birthDates/*/to': 'alert.field.birth-date.to',
  '/birthDates/*/circa': 'alert.field.birth-date.circa',
  '/birthPlaces': 'alert.field.birth-places',
  '/nationalities': 'alert.field.nationalities',
  '/sex': 'alert.field.sex',
  '/documents': 'alert.field.documents',
  '/victimConsent': 'alert.field.victim-consent',
  '/victimConsent/reference': 'alert.field.consent.reference',
  '/victimConsent/givenOn': 'alert.field.consent.given-on',
} as const;

/** Fields of names and documents, wherever they stand in a list. */
export const ITEM_FIELDS = {
  '/names/*/full': 'alert.field.name',
  '/names/*/kind': 'alert.field.name.kind',
  '/names/*/quality': 'alert.field.name.quality',
  '/names/*/script': 'alert.field.name.script',
  '/names/*/parts/given': 'alert.field.name.given',
  '/names/*/parts/middle': 'alert.field.name.middle',
  '/names/*/parts/family': 'alert.field.name.family',
  '/documents/*/type': 'alert.field.document.type',
  '/documents/*/number': 'alert.field.number',
  '/documents/*/country': 'alert.field.document.country',
  '/documents/*/note': 'alert.field.document.note',
  '/identifiers/*/type': 'alert.field.document.type',
  '/identifiers/*/number': 'alert.field.number',
  '/identifiers/*/country': 'alert.field.document.country',
  '/identifiers/*/note': 'alert.field.document.note',
} as const;

export type FieldWord =
  | (typeof FIELDS)[keyof typeof FIELDS]
  | (typeof IDENTITY_FIELDS)[keyof typeof IDENTITY_FIELDS]
  | (typeof ITEM_FIELDS)[keyof typeof ITEM_FIELDS];

const IDENTITY = /^\/subject\/(?:identities\/\d+|holder)(?=\/)/;
const ITEM = /\/(?:names|documents|identifiers)\/\*\/.+$/;

/** The message that names the field at a pointer; undefined for a pointer to no field. */
export function wordOf(pointer: string): FieldWord | undefined {
  const inIdentity = IDENTITY.exec(pointer);
  const rest = (inIdentity ? pointer.slice(inIdentity[0].length) : pointer).replaceAll(/\/\d+(?=\/|$)/g, '/*');
  const item = ITEM.exec(rest)?.[0];
  if (item) return ITEM_FIELDS[item as keyof typeof ITEM_FIELDS];
  if (inIdentity) return IDENTITY_FIELDS[rest as keyof typeof IDENTITY_FIELDS];
  return FIELDS[rest as keyof typeof FIELDS];
}
