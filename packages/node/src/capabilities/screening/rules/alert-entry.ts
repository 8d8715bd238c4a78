import type { Identity, ListedName } from '@entente/contracts/alerts';
import type { AlertSubject, PersonSubject } from '@entente/contracts/alerts/content';
import type { IndexedDocument, IndexedIdentifier, IndexedObject, IndexedSubject } from '@entente/matching';
import type { AlertInForce } from '../../alerts/index.ts';
import type { KeptAlert } from '../model/alert.ts';
import { askedBy } from './asked-by.ts';
import { primaryName } from './index-entry.ts';

/** What an alert is found by: one entry of names for each identity, a document, or the numbers of an object. */
export interface AlertEntries {
  kept: KeptAlert;
  names: IndexedSubject[];
  document?: IndexedSubject;
  object?: IndexedObject;
}

/** Takes an alert apart for the index. Identities are entries of their own, so that no evidence is a sum of two. */
export function alertEntries(alert: AlertInForce): AlertEntries {
  const { id, reference, owner, category, action, kind, subject, audience, expiresAt } = alert;
  const flagged = alert.flagged && ({ flagged: true } as const);
  const asked = audience && askedBy(audience);
  const key = alertKey(alert);
  const base = {
    ...{ id, key, reference, owner, category, action, kind, expiresAt: expiresAt.getTime() },
    ...flagged,
    ...(asked && { asked }),
  };
  const named = (name: string | undefined) => ({ ...base, names: [name ?? reference], statuses: [] });
  switch (subject.kind) {
    case 'person':
      return personEntries({ ...base, ...describeIdentities(subject) }, subject);
    case 'organisation': {
      const { names, identifiers } = subject;
      const entry = {
        ...NOBODY,
        id: identityKey(key, 0),
        kind: 'organisation',
        names,
        documents: identifiers,
      } as const;
      return { kept: named(pickName(names)), names: [entry] };
    }
    case 'document': {
      const { number, issuer, documentType, holder } = subject;
      const kept = { ...named(number), ...(holder && { holder: holder.names.map(({ full }) => full) }) };
      if (number === undefined) return { kept, names: [] };
      const held: IndexedDocument = { type: documentType ?? 'other', number, ...(issuer && { country: issuer }) };
      return { kept, names: [], document: { ...particulars(holder), id: key, names: [], documents: [held] } };
    }
    case 'blank-documents': {
      const { prefix = '', from = '', to = '', issuer, documentType } = subject;
      const range = { prefix, from, to, ...(issuer && { country: issuer }), ...(documentType && { documentType }) };
      return {
        kept: named(`${prefix}${from}–${prefix}${to}`),
        names: [],
        object: { id: key, identifiers: [], ranges: [range] },
      };
    }
    default: {
      const { name, identifiers } = describeObject(subject);
      return { kept: named(name), names: [], object: { id: key, identifiers } };
    }
  }
}

/**
 * The index's key of an alert. The alert has another id on every node that holds it; by this one, equal candidates are chosen and
 * ordered alike on all of them.
 */
export function alertKey({ owner, reference }: Pick<AlertInForce, 'owner' | 'reference'>): string {
  return `${owner}/${reference}`;
}

/** `<alert>#<n>`: the index's key of an identity. */
export function identityKey(alert: string, place: number): string {
  return `${alert}#${place}`;
}

/** The alert and the identity's place that a key names. */
export function readIdentityKey(key: string): { alert: string; place: number } {
  const at = key.lastIndexOf('#');
  return { alert: key.slice(0, at), place: Number(key.slice(at + 1)) };
}

const NOBODY = {
  kind: 'person',
  birthDates: [],
  nationalities: [],
  documents: [],
} as const satisfies Partial<IndexedSubject>;

function personEntries(kept: KeptAlert, { identities }: PersonSubject): AlertEntries {
  return {
    kept,
    names: identities.map((identity, place) => ({
      ...particulars(identity),
      id: identityKey(kept.key, place),
      names: identity.names,
      documents: identity.documents,
    })),
  };
}

function describeIdentities({ identities }: PersonSubject): Pick<KeptAlert, 'names' | 'statuses' | 'birthDates'> {
  return {
    names: identities.map(({ names }) => pickName(names) ?? ''),
    statuses: identities.map(({ status }) => status),
    ...(identities.length > 1 && {
      birthDates: identities.map(({ birthDates }) => birthDates.map(({ date }) => date)),
    }),
  };
}

function particulars(identity: Identity | undefined) {
  const { birthDates = [], nationalities = [], sex } = identity ?? {};
  return { kind: 'person' as const, birthDates, nationalities, ...(sex !== undefined && { sex }) };
}

function pickName(names: ListedName[]): string | undefined {
  return primaryName(names)?.full;
}

type ObjectSubject = Extract<AlertSubject, { kind: 'vehicle' | 'vessel' | 'aircraft' | 'container' | 'firearm' }>;

function describeObject(subject: ObjectSubject): { name: string | undefined; identifiers: IndexedIdentifier[] } {
  const numbers = numbersOf(subject);
  const identifiers = numbers.flatMap(([scheme, value, country]) =>
    value === undefined ? [] : [{ scheme, value, ...(country !== undefined && { country }) }],
  );
  const name = subject.kind === 'vessel' ? subject.name : undefined;
  return { name: name ?? identifiers[0]?.value, identifiers };
}

type Numbered = [scheme: IndexedIdentifier['scheme'], value: string | undefined, country?: string | undefined];

function numbersOf(subject: ObjectSubject): Numbered[] {
  switch (subject.kind) {
    case 'vehicle':
      return [
        ['plate', subject.plate, subject.country],
        ['vin', subject.vin],
      ];
    case 'vessel':
      return [
        ['imo', subject.imo],
        ['mmsi', subject.mmsi],
        ['call-sign', subject.callSign],
      ];
    case 'aircraft':
      return [
        ['aircraft-registration', subject.registration],
        ['icao-address', subject.icaoAddress],
        ['serial-number', subject.serialNumber],
      ];
    case 'container':
      return [['container', subject.number]];
    case 'firearm':
      return [['firearm-serial', subject.serialNumber]];
  }
}
