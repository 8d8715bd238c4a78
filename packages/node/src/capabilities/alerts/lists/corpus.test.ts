import { fileURLToPath } from 'node:url';
import type { ListedSubject, ListFormat } from '@entente/contracts/alerts';
import { ListedSubject as ListedSubjectContract } from '@entente/contracts/alerts';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { ListFileError } from './item.ts';
import { openList } from './read.ts';

const CORPUS = fileURLToPath(new URL('../../../../corpus/lists/', import.meta.url));

interface Read {
  subjects: ListedSubject[];
  /** References of refused records, `?` where there is none to know them by, with the reason. */
  refused: string[];
  /** Fields left out of records that went in. */
  left: string[];
  scopes: Record<string, boolean>;
  dated: string | undefined;
}

async function read(format: ListFormat, ...names: string[]): Promise<Read> {
  const paths = names.map((name) => `${CORPUS}${format}/${name}`);
  const found: Read = { subjects: [], refused: [], left: [], scopes: {}, dated: undefined };
  for await (const item of (await openList({ format, paths })).items()) {
    if (item.kind === 'subject') found.subjects.push(item.subject);
    else if (item.kind === 'scope') found.scopes[item.scope] = item.complete;
    else if (item.kind === 'dated') found.dated = item.listDate;
    else if (item.kind === 'problem') {
      const { ref = '?', place, reason } = item.problem;
      (item.refused ? found.refused : found.left).push(`${ref} at ${place}: ${reason}`);
    }
  }
  for (const subject of found.subjects) expect(Value.Errors(ListedSubjectContract, subject)).toEqual([]);
  return found;
}

const refs = (found: Read) => found.subjects.map((subject) => subject.ref);
const only = (found: Read) => found.subjects[0]!.identities[0]!;
const names = (subject: ListedSubject) => subject.identities[0]!.names.map((name) => name.full);

async function fault(format: ListFormat, ...files: string[]): Promise<string> {
  const error = await read(format, ...files).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ListFileError);
  return `${(error as ListFileError).code}: ${(error as Error).message}`;
}

describe('the UN list', () => {
  test('gives names by kind, quality and script, dates, documents and places as the list has them', async () => {
    const found = await read('un-sc', 'plain.xml');
    expect(found).toMatchObject({ refused: [], left: [], scopes: { '': true }, dated: '2018-06-10T00:00:00.000Z' });
    const [person, organisation] = found.subjects;
    expect(person).toMatchObject({
      list: 'un-sc',
      ref: '1',
      citation: 'XXi.001',
      kind: 'person',
      programmes: ['Invented'],
      listedOn: '2018-06-10',
      addresses: ['Aktau, Kazakhstan (as of 2017)'],
      remarks: 'Head of nothing. An invented person.',
    });
    expect(only(found)).toEqual({
      status: 'confirmed',
      names: [
        { full: 'AISULU INVENTED', kind: 'primary', quality: 'good', script: 'Latn' },
        { full: 'Айсұлу Ойдан', kind: 'original-script', quality: 'good', script: 'Cyrl' },
        { full: 'Aisuluu Invented', kind: 'alias', quality: 'good', script: 'Latn' },
        { full: 'Ajsulu Invented', kind: 'alias', quality: 'good', script: 'Latn' },
        { full: 'Sulu', kind: 'alias', quality: 'low', script: 'Latn' },
        { full: 'Сұлу', kind: 'original-script', quality: 'low', script: 'Cyrl' },
        { full: 'Aisulu Formerly', kind: 'former', quality: 'good', script: 'Latn' },
      ],
      birthDates: [
        { date: '1971-04-28' },
        { date: '1972', circa: true },
        { date: '1968', to: '1970' },
        { date: '1973-11' },
      ],
      birthPlaces: ['Aktau, Kazakhstan'],
      nationalities: ['KAZ'],
      sex: 'female',
      documents: [
        { type: 'passport', number: 'N00000001', country: 'KAZ' },
        { type: 'passport', number: 'AN0000002', country: 'KGZ', note: 'Kyrgyzstan number AN0000002' },
        { type: 'national-id', number: '710428400000' },
      ],
    });
    expect(names(organisation!)).toEqual(['INVENTED TRADING (IT)', 'SECOND NAME OF IT', 'Former Trading']);
  });

  test('a record without reference or name is refused with its place, and the rest goes in', async () => {
    const found = await read('un-sc', 'missing-fields.xml');
    expect(refs(found)).toEqual(['1', '4']);
    expect(found.refused).toEqual([
      '? at INDIVIDUALS/INDIVIDUAL[2], line 9: the record has no DATAID',
      '3 at INDIVIDUALS/INDIVIDUAL[3], line 12: the record has no name',
    ]);
  });

  test('a second record under one reference is refused, and says where the first stands', async () => {
    const found = await read('un-sc', 'repeated-reference.xml');
    expect(refs(found)).toEqual(['1', '2']);
    expect(found.refused).toEqual([
      '1 at INDIVIDUALS/INDIVIDUAL[2], line 9: the reference already stands at repeated-reference.xml, INDIVIDUALS/INDIVIDUAL[1], line 4',
    ]);
  });

  test('dates that cannot be are left out and reported; the person goes in', async () => {
    const found = await read('un-sc', 'impossible-dates.xml');
    expect(only(found).birthDates).toEqual([{ date: '1980-02-29' }]);
    expect(found.left).toHaveLength(4);
    expect(found.left[0]).toContain('birth date: "1971-02-31" is no possible date');
  });

  test('invisible characters are taken out of names, a turn of the writing direction is reported', async () => {
    const found = await read('un-sc', 'hidden-characters.xml');
    expect(found.subjects.map((subject) => names(subject)[0])).toEqual(['AISULU DETNEVNI', 'می\u200cخواهم AB']);
    expect(found.left).toEqual([expect.stringContaining('controls of writing direction')]);
    expect(found.refused).toEqual([expect.stringContaining('the record has no name')]);
  });

  test('a name of ten thousand letters is left out', async () => {
    const found = await read('un-sc', 'huge-name.xml');
    expect(found.subjects.map(names)).toEqual([['BOLAT INVENTED']]);
    expect(found.refused).toEqual([expect.stringContaining('the record has no name')]);
    expect(found.left).toEqual([expect.stringContaining('a name of 10000 characters was left out')]);
  });

  test('is read in UTF-16 and, line by line, in windows-1252, and says so', async () => {
    const wide = await read('un-sc', 'utf-16.xml');
    expect(names(wide.subjects[0]!)).toEqual(['АЙСҰЛУ INVENTED']);
    expect(wide.left).toEqual([expect.stringContaining('UTF-16')]);
    const western = await read('un-sc', 'windows-1252.xml');
    expect(names(western.subjects[0]!)).toEqual(['JÉRÔME INVENTED']);
    expect(western.left).toEqual(['? at line 6: the line is not UTF-8; it was read as windows-1252']);
    expect(refs(await read('un-sc', 'byte-order-mark.xml'))).toEqual(['1']);
  });

  test.each([
    ['external-entity.xml', 'list-hostile', 'DOCTYPE'],
    ['billion-laughs.xml', 'list-hostile', 'DOCTYPE'],
    ['deep.xml', 'list-hostile', 'more than 32 deep'],
    ['undeclared-entity.xml', 'list-damaged', 'not well-formed XML at line 6'],
    ['not-well-formed.xml', 'list-damaged', 'not well-formed XML at line 9'],
    ['cut.xml', 'list-cut', 'it ends at line'],
    ['cut.xml.gz', 'list-cut', 'the gzip data ends before its end'],
    ['no-records.xml', 'list-empty', 'not one record'],
    ['empty.xml', 'list-empty', 'empty'],
    ['blank.xml', 'list-cut', 'before its first element'],
    ['binary.xml', 'list-wrong-format', 'binary'],
    ['web-page.xml', 'list-wrong-format', 'web page'],
    ['is-eu-list.xml', 'list-wrong-format', 'EU Financial Sanctions Files (eu-fsf)'],
    ['is-csl.xml', 'list-wrong-format', 'Consolidated Screening List (us-csl)'],
    ['gone.xml', 'list-unreadable', 'is not there'],
  ])('%s is refused as a whole: %s', async (file, code, said) => {
    expect(await fault('un-sc', file)).toMatch(new RegExp(`^${code}: .*${said.replace(/[()]/g, '\\$&')}`));
  });
});

describe("OFAC's set", () => {
  test('joins aliases, addresses and continued remarks, and reads the remarks', async () => {
    const found = await read('ofac-sdn', 'plain');
    expect(found).toMatchObject({ refused: [], left: [] });
    const [person, organisation, vessel, aircraft] = found.subjects;
    expect(person).toMatchObject({
      list: 'ofac-sdn',
      ref: '1',
      kind: 'person',
      addresses: ['1 Invented Street, Aktau 130000, Kazakhstan'],
    });
    expect(only(found)).toMatchObject({
      names: [
        { full: 'INVENTED, Aisulu', parts: { given: 'Aisulu', family: 'INVENTED' }, kind: 'primary', quality: 'good' },
        { full: 'AJSULU, Invented', kind: 'alias', quality: 'good' },
        { full: 'FORMER, Aisulu', kind: 'former', quality: 'good' },
        { full: 'SULU', kind: 'alias', quality: 'low' },
      ],
      birthDates: [{ date: '1971-04-28' }, { date: '1972', circa: true }],
      birthPlaces: ['Aktau, Kazakhstan'],
      nationalities: ['KAZ', 'RUS'],
      sex: 'female',
      documents: [
        {
          type: 'passport',
          number: 'N00000001',
          country: 'KAZ',
          note: 'Passport; issued 01 Jan 2010 expires 31 Dec 2019',
        },
        { type: 'passport', number: 'AN0000002', country: 'KGZ' },
        { type: 'national-id', number: '710428400000' },
        { type: 'tax-number', number: '12345', country: 'RUS' },
        { type: 'national-id', number: '998877', country: 'COL' },
      ],
    });
    expect(organisation).toMatchObject({ kind: 'organisation', programmes: ['INVENTED', 'OTHER'] });
    expect(vessel).toMatchObject({
      kind: 'vessel',
      particulars: {
        type: 'General Cargo',
        tonnage: '2,597',
        flag: 'Kazakhstan',
        owner: 'Invented Shipping',
        formerFlag: 'Malta',
      },
    });
    expect(vessel!.identities[0]!.documents.map(({ type, number }) => `${type} ${number}`)).toEqual([
      'call-sign UNXX1',
      'imo 9999993',
      'mmsi 999000000',
    ]);
    expect(aircraft).toMatchObject({
      kind: 'aircraft',
      particulars: { model: 'IL76-TD', operator: 'INVENTED AIR', built: '1992' },
    });
    expect(aircraft!.identities[0]!.documents.map(({ type, number }) => `${type} ${number}`)).toEqual([
      'serial-number 1023400000',
      'tail-number UP-INV01',
    ]);
  });

  test('a record of a wrong width, without number or of an unknown type is refused; the rest goes in', async () => {
    const found = await read('ofac-sdn', 'wrong-columns');
    expect(refs(found)).toEqual(['1', '4']);
    expect(found.refused).toEqual([
      '2 at line 2: the record has 3 columns, not 12',
      '3 at line 3: the record has 13 columns, not 12',
      '? at line 5: the record has no entity number',
      '6 at line 6: the type "martian" is none known here',
    ]);
  });

  test('a stray quotation mark harms only its own line', async () => {
    const stray = await read('ofac-sdn', 'stray-quote');
    expect(refs(stray)).toEqual(['1', '3', '4']);
    expect(stray.refused).toEqual([expect.stringContaining('at line 2: a quotation mark stands where none may')]);
    const open = await read('ofac-sdn', 'open-quote');
    expect(refs(open)).toEqual(['1', '3']);
    expect(open.refused).toEqual([expect.stringContaining('at line 2: a quotation mark is never closed')]);
  });

  test.each(['cut-targets', 'cut-in-quotes'])(
    '%s: what is whole goes in, the file no longer speaks for the whole',
    async (folder) => {
      const found = await read('ofac-sdn', folder);
      expect(refs(found)).toEqual(['1']);
      expect(found.refused).toEqual([expect.stringContaining('at line 2: the file is cut')]);
      expect(found.scopes).toEqual({ '': false });
    },
  );

  test('a second target under one number is refused', async () => {
    const found = await read('ofac-sdn', 'repeated-reference');
    expect(refs(found)).toEqual(['1', '2']);
    expect(found.refused).toEqual(['1 at line 2: the reference already stands at sdn.csv, line 1']);
  });

  test.each([
    ['cut-aliases', 'list-cut: alt.csv is cut: it ends inside the record of line 2.'],
    [
      'without-aliases',
      'list-wrong-format: alt.csv is missing beside sdn.csv; without it every record would lose its aliases.',
    ],
    [
      'wrong-file',
      "list-wrong-format: sdn.csv is no file of OFAC's set: it looks like OFAC's list in XML; this reads OFAC's CSV set (ofac-sdn).",
    ],
    ['nowhere', 'list-unreadable: nowhere is not there or may not be read.'],
  ])('%s is refused as a whole', async (folder, said) => {
    expect(await fault('ofac-sdn', folder)).toBe(said);
  });
});

describe('the US Consolidated Screening List', () => {
  test('merges the rows of one target, wherever they stand, and passes over repeated headers', async () => {
    const found = await read('us-csl', 'plain.csv');
    expect(refs(found)).toEqual(['abc', '1']);
    expect(found.refused).toEqual(['? at line 6: the record has no _id']);
    const person = found.subjects[1]!;
    expect(names(person)).toEqual(['INVENTED, Aisulu', 'INVENTED, Ajsulu', 'SULU', 'Aisulu INVENTED']);
    expect(person.programmes).toEqual([
      'Specially Designated Nationals (SDN) - Treasury Department',
      'INVENTED',
      'OTHER',
      'Palestinian Legislative Council List (PLC) - Treasury Department',
      'THIRD',
    ]);
    expect(person.identities[0]).toMatchObject({
      birthDates: [{ date: '1971-04-28' }, { date: '1972', circa: true }],
      nationalities: ['KAZ', 'RUS'],
      sex: 'female',
      documents: [{ type: 'passport', number: 'N00000001', country: 'KAZ' }],
    });
  });

  test('a file cut inside its last record gives the others and removes nothing', async () => {
    const found = await read('us-csl', 'cut.csv');
    expect(refs(found)).toEqual(['abc', '1']);
    expect(found.scopes['*']).toBe(false);
    expect(found.refused.at(-1)).toContain('the file is cut');
  });

  test('is told from other lists', async () => {
    expect(await fault('us-csl', '../un-sc/plain.xml')).toContain('UN consolidated list (un-sc)');
    expect(await fault('us-csl', '../uk-sl/plain.csv')).toContain('UK sanctions list (uk-sl)');
    expect(await fault('us-csl', '../ofac-sdn/plain/sdn.csv')).toContain("OFAC's CSV set (ofac-sdn)");
  });
});

describe('annexes of EU regulations', () => {
  test('give names out of brackets, enumerated dates and documents, and references of their own', async () => {
    const found = await read('eu-oj', 'plain.csv');
    const [aisulu, bolat, namesake, chen, vessel] = found.subjects;
    expect(aisulu).toMatchObject({
      ref: '32018R0001:I.A:1',
      listedOn: '2001-10-06',
      programmes: ['EU-INV', 'Asset freeze'],
    });
    expect(aisulu!.identities[0]).toMatchObject({
      birthDates: [{ date: '1971-04-28' }, { date: '1972', circa: true }],
      nationalities: ['KAZ'],
      sex: 'female',
      documents: [
        { type: 'passport', number: 'N00000001', country: 'KAZ' },
        { type: 'passport', number: 'AN0000002' },
      ],
    });
    expect(names(aisulu!)).toEqual(['Aisulu INVENTED', 'Ajsulu INVENTED', 'Aisuluu INVENTED', 'Айсұлу Ойдан', 'Sulu']);
    expect(bolat!.ref).toMatch(/^32018R0001:I\.A:~[0-9a-f]{12}$/);
    expect(namesake!.ref).toMatch(/^32018R0001:I\.A:~[0-9a-f]{12}$/);
    expect(namesake!.ref).not.toBe(bolat!.ref);
    expect(bolat).toMatchObject({ listedOn: '2011-02-26' });
    expect(bolat!.identities[0]!.birthDates).toEqual([{ date: '1960', to: '1962', circa: true }]);
    expect(chen!.identities[0]!.birthDates).toEqual([]);
    expect(names(vessel!)).toEqual(['Silver Gull', 'Petrel 1']);
    expect(found.left).toHaveLength(3);
    expect(found.refused).toEqual([
      '? at line 7: the schema "Unheard" is none known here',
      '? at line 8: the record has no celex',
    ]);
    expect(found.scopes).toEqual({ '32018R0001': true });
  });

  test('an amending act speaks for what it names alone', async () => {
    const found = await read('eu-oj', 'amendment.csv');
    expect(refs(found)).toEqual(['32018R0001:I.A:1', '32018R0001:I.A:7']);
    expect(found.scopes).toEqual({ '32018R0001': false });
  });

  test('a regulation and its amendment are not taken at once', async () => {
    expect(await fault('eu-oj', 'plain.csv', 'amendment.csv')).toContain('import the regulation first');
  });
});

describe('the EU Financial Sanctions Files', () => {
  test('give names with their parts, weak aliases, partial dates and documents', async () => {
    const found = await read('eu-fsf', 'plain.xml');
    expect(refs(found)).toEqual(['EU.1.1', '2']);
    expect(found.subjects[0]).toMatchObject({
      citation: 'XXi.001',
      listedOn: '2018-06-10',
      addresses: ['1 Invented Street, Aktau, KAZAKHSTAN'],
    });
    expect(only(found)).toMatchObject({
      names: [
        { full: 'Aisulu Invented', parts: { given: 'Aisulu', family: 'Invented' }, kind: 'primary', quality: 'good' },
        { full: 'Sulu', kind: 'alias', quality: 'low' },
        { full: 'Айсұлу Ойдан', kind: 'original-script', script: 'Cyrl' },
      ],
      birthDates: [
        { date: '1971-04', circa: true },
        { date: '1968', to: '1970' },
      ],
      nationalities: ['KAZ'],
      sex: 'female',
      documents: [
        { type: 'passport', number: 'N00000001', country: 'KAZ' },
        { type: 'national-id', number: '710428400000' },
      ],
    });
    expect(found.left).toEqual([expect.stringContaining('another calendar')]);
    expect(found.refused).toEqual(['EU.3.3 at sanctionEntity[3], line 19: the record has no name']);
  });
});

describe('the UK sanctions list', () => {
  test('merges the rows of one Unique ID, though another stands between them', async () => {
    const found = await read('uk-sl', 'plain.csv');
    expect(refs(found)).toEqual(['INV0002', 'INV0001']);
    expect(found.dated).toBe('10-Jun-2018');
    const person = found.subjects[1]!;
    expect(person).toMatchObject({ citation: 'XXi.001', listedOn: '2018-06-10' });
    expect(person.programmes).toEqual(['The Invented (Sanctions) Regulations 2018', 'Asset freeze', 'Travel Ban']);
    expect(person.identities[0]).toMatchObject({
      names: [
        { full: 'AISULU INVENTED', parts: { given: 'AISULU', family: 'INVENTED' }, kind: 'primary' },
        { full: 'Айсұлу Ойдан', kind: 'original-script' },
        { full: 'AJSULU INVENTED', kind: 'alias', quality: 'good' },
        { full: 'SULU', kind: 'alias', quality: 'low' },
      ],
      birthDates: [{ date: '1971-04-28' }, { date: '1972' }],
      nationalities: ['KAZ'],
      documents: [{ type: 'passport', number: 'N00000001', country: 'KAZ' }],
    });
    expect(found.left).toEqual([expect.stringContaining('"31/02/1972" is no possible date')]);
    expect(found.refused).toEqual([expect.stringContaining('the designation type "Ghost" is none known here')]);
  });
});
