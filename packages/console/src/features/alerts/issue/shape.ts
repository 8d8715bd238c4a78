import type { AlertContent } from '@entente/contracts/alerts/content';

/** A text of the form and what it must be to fit the contract; `line` takes anything. */
export type Leaf =
  | 'line'
  | 'filled'
  | 'day'
  | 'partial'
  | 'country'
  | 'language'
  | 'choice'
  | 'flag'
  | 'number'
  | 'audience';
/** An object; without its `whole` parts it does not fit at all. A `line` among them may be empty. */
export interface Folder {
  parts: Record<string, Shape>;
  whole: string[];
}
/** A list. Items of a `kept` one stay even when incomplete, others go in whole or not at all. */
export interface List {
  each: Shape;
  kept?: boolean;
}
export type Shape = Leaf | Folder | List;

/** An object with the parts it may have, and those it must. */
function folder(parts: Record<string, Shape>, whole: string[] = []): Folder {
  return { parts, whole };
}

/** An object that must have all its parts. */
function whole(parts: Record<string, Shape>): Folder {
  return { parts, whole: Object.keys(parts) };
}

const NAME = folder(
  {
    full: 'filled',
    parts: folder({ given: 'line', middle: 'line', family: 'line' }),
    kind: 'choice',
    quality: 'choice',
    script: 'line',
  },
  ['full', 'kind', 'quality', 'script'],
);
const DOCUMENT = folder({ type: 'choice', number: 'filled', country: 'country', note: 'line' }, ['type', 'number']);
const BIRTH_DATE = folder({ date: 'partial', to: 'partial', circa: 'flag' }, ['date']);
const IDENTITY = folder(
  {
    status: 'choice',
    names: { each: NAME },
    birthDates: { each: BIRTH_DATE },
    birthPlaces: { each: 'filled' },
    nationalities: { each: 'country' },
    sex: 'choice',
    documents: { each: DOCUMENT },
    victimConsent: whole({ reference: 'line', givenOn: 'day' }),
  },
  ['status', 'names', 'birthDates', 'birthPlaces', 'nationalities', 'documents'],
);

/** The parts of each kind of subject, as the contract has them. */
export const SUBJECTS: Record<AlertContent['subject']['kind'], Folder> = {
  person: folder(
    {
      kind: 'choice',
      identities: { each: IDENTITY, kept: true },
      description: 'line',
      marks: { each: 'filled' },
      languages: { each: 'language' },
      dangers: { each: 'choice' },
      medical: { each: 'filled' },
      memberships: {
        each: whole({ organisation: 'line', source: 'line', reliability: 'choice', credibility: 'choice' }),
      },
      protection: 'choice',
      childProtection: whole({ authority: 'line', contact: 'line' }),
    },
    ['kind', 'identities'],
  ),
  organisation: folder(
    {
      kind: 'choice',
      names: { each: NAME },
      identifiers: { each: DOCUMENT },
      addresses: { each: 'filled' },
      designation: whole({ authority: 'line', instrument: 'line', reference: 'line', date: 'day' }),
    },
    ['kind', 'names', 'identifiers', 'addresses'],
  ),
  document: folder(
    {
      kind: 'choice',
      documentType: 'choice',
      number: 'line',
      issuer: 'country',
      status: 'choice',
      reportedOn: 'day',
      holder: IDENTITY,
      invalidation: whole({ authority: 'line', number: 'line', date: 'day', appeal: 'line' }),
    },
    ['kind'],
  ),
  'blank-documents': folder(
    {
      kind: 'choice',
      documentType: 'choice',
      issuer: 'country',
      prefix: 'line',
      from: 'line',
      to: 'line',
      reportedOn: 'day',
    },
    ['kind'],
  ),
  vehicle: folder(
    { kind: 'choice', plate: 'line', country: 'country', vin: 'line', make: 'line', model: 'line', colour: 'line' },
    ['kind'],
  ),
  vessel: folder({ kind: 'choice', name: 'line', imo: 'line', mmsi: 'line', callSign: 'line', flag: 'country' }, [
    'kind',
  ]),
  aircraft: folder({ kind: 'choice', registration: 'line', icaoAddress: 'line', serialNumber: 'line', model: 'line' }, [
    'kind',
  ]),
  container: folder({ kind: 'choice', number: 'line' }, ['kind']),
  firearm: folder({ kind: 'choice', serialNumber: 'line', make: 'line', model: 'line', calibre: 'line' }, ['kind']),
};

const GROUND = folder({
  legalBasis: 'line',
  instrument: 'choice',
  issuingAuthority: whole({ name: 'line', reference: 'line', date: 'day' }),
  offence: folder(
    {
      kind: 'choice',
      description: 'line',
      provision: 'line',
      definition: 'choice',
      conduct: 'choice',
      violentAct: whole({ act: 'choice', description: 'line', date: 'partial', place: 'line' }),
    },
    ['kind', 'description', 'provision'],
  ),
  warrant: whole({ kind: 'choice', authority: 'line', number: 'line', date: 'day' }),
  authorisation: whole({
    by: 'choice',
    authority: 'line',
    number: 'line',
    date: 'day',
    ground: 'choice',
    description: 'line',
  }),
  whereaboutsConsent: whole({ reference: 'line', givenOn: 'day' }),
});

/** The content of an alert about this kind of subject, as the contract has it. */
export function shapeOf(kind: AlertContent['subject']['kind']): Folder {
  return folder(
    {
      category: 'choice',
      subject: SUBJECTS[kind],
      ground: GROUND,
      action: 'choice',
      expiresOn: 'day',
      reviewOn: 'day',
      note: 'line',
      audience: 'audience',
    },
    ['category', 'subject', 'ground'],
  );
}
