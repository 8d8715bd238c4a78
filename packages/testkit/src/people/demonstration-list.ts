import { LEADING_PEOPLE, type LeadingPerson } from './demonstration-people.ts';
import { type InventedPerson, inventPerson } from './person.ts';

const SEED = 20_180_610;
const PEOPLE = 280;
/** Every so many persons are followed by a namesake with another birth date. */
const NAMESAKE_EVERY = 20;

/** ISO 3166-1 alpha-3 to the names the UN's list writes. */
const STATES: Record<string, string> = {
  AFG: 'Afghanistan',
  BLR: 'Belarus',
  CHN: 'China',
  EGY: 'Egypt',
  IND: 'India',
  IRN: 'Iran (Islamic Republic of)',
  IRQ: 'Iraq',
  JOR: 'Jordan',
  KAZ: 'Kazakhstan',
  KGZ: 'Kyrgyzstan',
  MNG: 'Mongolia',
  NPL: 'Nepal',
  PAK: 'Pakistan',
  RUS: 'Russian Federation',
  SGP: 'Singapore',
  SYR: 'Syrian Arab Republic',
  TJK: 'Tajikistan',
  UZB: 'Uzbekistan',
  YEM: 'Yemen',
};

const ORGANISATIONS = [
  { name: 'Silver Poplar Trading House', original: 'Торговый дом «Серебристый тополь»', alias: 'Serebristy Topol' },
  { name: 'Blue Crane Freight Forwarding', original: '蓝鹤货运代理', alias: 'Lanhe Freight' },
  { name: 'Pomegranate Valley Charitable Society', original: 'انجمن خیریه دره انار', alias: 'Darreh-ye Anar' },
  { name: 'Seven Wells Exchange Bureau', original: 'Жеті құдық айырбастау кеңсесі', alias: 'Zheti Quduq' },
  { name: 'Neem Leaf Chemicals', original: 'नीम पत्ता रसायन', alias: 'Neem Patta Rasayan' },
  { name: 'Lantern Street Printing Works', alias: 'Lantern Press' },
];

/** 1234567 is the number whose check digit is right and which no ship bears. */
const VESSELS = [
  { name: 'Pelican of Aktau', comment: 'Vessel. IMO number: 1234567. Type: general cargo. Flag: none known.' },
  { name: 'Saffron Wind', comment: 'Vessel. Type: motor launch. Port of registry not known.' },
];

/** The demonstration's list as text of the UN Security Council's XML format. Everyone and everything in it is invented. */
export function writeDemonstrationList(): string {
  return [...demonstrationListLines()].join('\n');
}

function* demonstrationListLines(): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  yield '<CONSOLIDATED_LIST dateGenerated="2018-06-10T00:00:00.000Z">';
  yield '<INDIVIDUALS>';
  yield* LEADING_PEOPLE.map(writeLeadingPerson);
  for (let number = 0; number < PEOPLE; number++) {
    const person = inventPerson(SEED, number);
    yield writePerson(person, person);
    if (number % NAMESAKE_EVERY === 0) yield writePerson(person, inventPerson(SEED, PEOPLE + number));
  }
  yield '</INDIVIDUALS>';
  yield '<ENTITIES>';
  yield* ORGANISATIONS.map((entity, at) => writeOrganisation(9_950_001 + at, entity));
  yield* VESSELS.map((vessel, at) =>
    writeEntity(9_960_001 + at, [tag('FIRST_NAME', vessel.name)], [tag('COMMENTS1', vessel.comment)]),
  );
  yield '</ENTITIES>';
  yield '</CONSOLIDATED_LIST>\n';
}

/** One name with another's particulars: the same person's own, or a namesake's. */
function writePerson(named: InventedPerson, bearer: InventedPerson): string {
  const [primary, ...others] = named.identity.names;
  const original = others.find((name) => name.kind === 'original-script')?.full ?? '';
  const aliases = others.filter((name) => name.kind === 'alias');
  const [birth] = bearer.identity.birthDates;
  return writeIndividual(9_000_000 + bearer.number, [
    ...writeNameParts(primary?.parts?.given, primary?.parts?.middle, primary?.parts?.family),
    tag('NAME_ORIGINAL_SCRIPT', original),
    tag('GENDER', named.sex === 'male' ? 'Male' : 'Female'),
    tag('COMMENTS1', 'Invented for the demonstration.'),
    ...bearer.identity.nationalities.map((state) => tag('NATIONALITY', tag('VALUE', STATES[state] ?? ''), 'nested')),
    ...aliases.map((alias) => writeAlias(alias.full, alias.quality === 'low' ? 'Low' : 'Good')),
    ...(birth ? [writeBirthDate(birth.date, birth.to, birth.circa)] : []),
    ...bearer.identity.documents.map((held) => writePassport(held.number, STATES[held.country ?? ''] ?? '')),
  ]);
}

function writeLeadingPerson(person: LeadingPerson): string {
  return writeIndividual(Number(person.ref), [
    ...writeNameParts(person.given, person.middle, person.family),
    tag('NAME_ORIGINAL_SCRIPT', person.original),
    tag('GENDER', person.sex),
    tag('COMMENTS1', person.remarks),
    tag('NATIONALITY', tag('VALUE', person.nationality), 'nested'),
    ...person.aliases.map((alias) => writeAlias(alias.name, alias.quality)),
    writeBirthDate(person.birthDate),
    ...(person.passport ? [writePassport(person.passport.number, person.passport.country)] : []),
  ]);
}

/** The UN's list numbers the parts of a name in the order they are said. */
function writeNameParts(...parts: (string | undefined)[]): string[] {
  const names = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME'];
  return parts.filter((part) => part !== undefined).map((part, at) => tag(names[at] as string, part));
}

function writeAlias(name: string, quality: 'Good' | 'Low'): string {
  return tag('INDIVIDUAL_ALIAS', tag('QUALITY', quality) + tag('ALIAS_NAME', name), 'nested');
}

function writePassport(number: string, country: string): string {
  const inside = tag('TYPE_OF_DOCUMENT', 'Passport') + tag('NUMBER', number) + tag('ISSUING_COUNTRY', country);
  return tag('INDIVIDUAL_DOCUMENT', inside, 'nested');
}

function writeBirthDate(date: string, to?: string, circa?: boolean): string {
  const type = to ? 'BETWEEN' : circa ? 'APPROXIMATELY' : 'EXACT';
  const known = to
    ? tag('FROM_YEAR', date) + tag('TO_YEAR', to)
    : date.length === 10
      ? tag('DATE', date)
      : tag('YEAR', date.slice(0, 4));
  return tag('INDIVIDUAL_DATE_OF_BIRTH', tag('TYPE_OF_DATE', type) + known, 'nested');
}

function writeIndividual(ref: number, fields: string[]): string {
  return `<INDIVIDUAL>${writeHead(ref, 'INi', fields)}</INDIVIDUAL>`;
}

function writeOrganisation(ref: number, entity: { name: string; original?: string; alias: string }): string {
  const names = [tag('FIRST_NAME', entity.name)];
  if (entity.original) names.push(tag('NAME_ORIGINAL_SCRIPT', entity.original));
  const alias = tag('ENTITY_ALIAS', tag('QUALITY', 'a.k.a.') + tag('ALIAS_NAME', entity.alias), 'nested');
  return writeEntity(ref, names, [tag('COMMENTS1', 'Invented for the demonstration.'), alias]);
}

function writeEntity(ref: number, names: string[], fields: string[]): string {
  return `<ENTITY>${writeHead(ref, 'INe', [...names, ...fields])}</ENTITY>`;
}

function writeHead(ref: number, prefix: string, fields: string[]): string {
  const citation = `${prefix}.${String(ref % 100_000).padStart(5, '0')}`;
  const head = [tag('DATAID', String(ref)), tag('VERSIONNUM', '1'), tag('UN_LIST_TYPE', 'Invented')];
  const listing = [tag('REFERENCE_NUMBER', citation), tag('LISTED_ON', '2018-06-10')];
  return [...head, ...fields, ...listing].join('');
}

/** An element around text, which is escaped, or around elements already written. */
function tag(name: string, content: string, kind: 'text' | 'nested' = 'text'): string {
  const inside = kind === 'nested' ? content : content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<${name}>${inside}</${name}>`;
}
