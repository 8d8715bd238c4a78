import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readList } from './read-list.ts';

const TODAY = '2026-11-26';
const file = (text: string | Uint8Array, reading = {}) =>
  readList({ file: { name: 'list.csv', content: Buffer.from(text as string).toString('base64'), reading } }, TODAY);
const shownOf = (text: string, reading = {}) => {
  const read = file(text, reading);
  if (!read.ok) throw new Error(read.code);
  return read.list;
};

describe('a passenger list', () => {
  test('becomes the questions that a desk would ask', () => {
    const { people } = shownOf(
      'Фамилия;Имя;Отчество;Дата рождения;Пол;Гражданство;Паспорт;Страна выдачи\nИбраев;Нурлан;Серикович;28.04.1971;м;Казахстан;N12345678;KZ\n',
    );
    expect(people).toEqual([
      {
        line: 2,
        request: {
          by: 'identity',
          identity: {
            names: ['Нурлан Серикович Ибраев'],
            birthDate: '1971-04-28',
            nationality: 'Казахстан',
            sex: 'male',
          },
          documents: [{ number: 'N12345678', issuer: 'KZ' }],
        },
      },
    ]);
  });

  test('asks a Han name without a space, and a number without a name by itself', () => {
    const { people } = shownOf('姓,名,证件号码\n王,伟,E11111111\n,,E22222222\n');
    expect(people.map(({ request }) => request)).toEqual([
      { by: 'identity', identity: { names: ['王伟'] }, documents: [{ number: 'E11111111' }] },
      { by: 'document', number: 'E22222222' },
    ]);
  });

  test('tells each row that cannot be asked about, with its line, its reason and the words in doubt', () => {
    const { people, shown } = shownOf(
      'name,birth date,sex,nationality\nA,31.02.1971,M,KZ\nB,1971,adult,KZ\nC,1971,M,Atlantis\n,1971,M,KZ\nD,01.01.2031,M,KZ\nE,1971,M,KZ\n',
    );
    expect(people.map(({ line }) => line)).toEqual([7]);
    expect(shown.unread).toEqual([
      { line: 2, code: 'unreadable-date', text: '31.02.1971' },
      { line: 3, code: 'unknown-sex', text: 'adult' },
      { line: 4, code: 'unknown-country', text: 'Atlantis' },
      { line: 5, code: 'nothing-to-ask' },
      { line: 6, code: 'future-date', text: '01.01.2031' },
    ]);
  });

  test('of a program is read like a table, each person by his place', () => {
    const read = readList({ people: [{ family: 'Ibraev', given: 'Nurlan', birthDate: '1971' }, { sex: 'M' }] }, TODAY);
    expect(read).toMatchObject({
      ok: true,
      list: {
        people: [{ line: 1, request: { identity: { names: ['Nurlan Ibraev'] } } }],
        shown: { unread: [{ line: 2, code: 'nothing-to-ask' }] },
      },
    });
  });

  test('of more than 500 people, of nobody, or in no encoding that can be told, is refused whole', () => {
    expect(file(`name\n${'A B\n'.repeat(501)}`)).toEqual({ ok: false, code: 'too-many' });
    expect(file(`name\n${'A B\n'.repeat(500)}`)).toMatchObject({ ok: true });
    expect(file('name\n')).toEqual({ ok: false, code: 'nobody' });
    expect(readList({ file: { name: 'x', content: 'yO/o' } }, TODAY)).toEqual({ ok: false, code: 'unknown-encoding' });
    expect(readList({ file: { name: 'x', content: 'no base64!' } }, TODAY)).toEqual({ ok: false, code: 'not-base64' });
    expect(file('a'.repeat(1024 * 1024 + 1))).toEqual({ ok: false, code: 'too-large' });
  });

  test('whose dates could be read either way says so until the officer has said which', () => {
    const text = 'name,dob\nA B,04/05/1971\n';
    expect(shownOf(text).shown).toMatchObject({ dates: 'day-first', warnings: [{ code: 'dates-either-way' }] });
    const said = shownOf(text, { dates: 'month-first' });
    expect(said.shown.warnings).toEqual([]);
    expect(said.shown.first[0]!.birthDate).toBe('1971-04-05');
  });

  test('of which no column is known says that nobody can be asked about', () => {
    const { shown } = shownOf('Nom\tPrenom\nDupont\tJean\n');
    expect(shown.warnings).toEqual([{ code: 'nothing-to-ask-by' }]);
    expect(shown.persons).toBe(0);
    expect(shown.unread).toHaveLength(2);
  });

  test('accounts for every row: read, or told as unread', () => {
    const cell = fc.constantFrom('', 'Ибраев', '31.02.1971', '1971', 'M', '?', 'KZ', '王', 'x'.repeat(501));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
        const asked = rows.filter((row) => row.some((text) => text !== ''));
        fc.pre(asked.length > 0);
        const text = ['name,birth date,sex,nationality', ...rows.map((row) => row.join(','))].join('\n');
        const { people, shown } = shownOf(text);
        expect(people.length + shown.unread.length).toBe(asked.length);
      }),
    );
  });

  test('is read or refused, whatever bytes it is', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void file(bytes)));
  });
});
