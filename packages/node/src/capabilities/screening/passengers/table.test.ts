import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable, type TableReading } from './table.ts';
import { fieldOfTitle } from './titles.ts';

const read = (text: string, asked = {}) => readTable(text, asked) as TableReading;
const fields = (text: string, asked = {}) => read(text, asked).columns.map(({ field }) => field);

describe('the titles of a table', () => {
  test.each([
    ['Family name,Given names,Date of birth,Sex,Nationality,Document number,Issuing state'],
    ['Фамилия,Имя,Дата рождения,Пол,Гражданство,Номер документа,Государство выдачи'],
    ['姓,名,出生日期,性别,国籍,证件号码,签发国'],
    ['SURNAME,FORENAME,DOB,GENDER,NATIONALITY (ISO),PASSPORT NO.,ISSUING_COUNTRY'],
    ['Family name / Фамилия,Имя | Given names,Дата рождения,Пол,国籍 / Nationality,Паспорт,Issuer'],
  ])('are known in three languages: %s', (titles) => {
    expect(fields(`${titles}\nA,B,1971,M,KZ,N1,KZ\n`)).toEqual([
      'family',
      'given',
      'birth-date',
      'sex',
      'nationality',
      'document',
      'issuer',
    ]);
  });

  test('that say nothing of a person are shown as unused', () => {
    expect(fields('Фамилия,Место,Багаж\nA,12A,2\n')).toEqual(['family', 'unused', 'unused']);
    expect(fieldOfTitle('constructor')).toBeUndefined();
  });

  test('that say the same twice leave the second to the officer', () => {
    expect(fields('name,passport,document\nA,1,2\n')).toEqual(['name', 'document', 'unused']);
  });

  test('that are not there leave the first row a person, whom nobody forgets', () => {
    const table = read('Ибраев;Нурлан\nСейтова;Алма\n', { columns: ['family', 'given'] });
    expect(table.firstRow).toBe('person');
    expect(table.people.map(({ line, family }) => [line, family])).toEqual([
      [1, 'Ибраев'],
      [2, 'Сейтова'],
    ]);
  });
});

describe('the rows of a table', () => {
  test.each([
    [';', 'фамилия;имя\nА;Б\n'],
    ['\t', 'фамилия\tимя\nА\tБ\n'],
    [',', 'фамилия,имя\nА,Б\n'],
    [';', 'sep=;\r\nфамилия;имя\r\nА;Б\r\n'],
    [',', 'name,"a;b;c;d"\nА,Б\n'],
  ])('are told apart by "%s"', (separator, text) => expect(read(text).separator).toBe(separator));

  test('keep their lines, and one of the wrong width is told with its line', () => {
    const { people, unread } = read('name,sex\nA,M\n\nB\nC,F\n,\n');
    expect(people.map(({ line }) => line)).toEqual([2, 5]);
    expect(unread).toEqual([{ line: 4, code: 'wrong-columns' }]);
  });

  test('that a cut file ends in are told', () => {
    expect(read('name,sex\nA,M\nB').unread).toEqual([{ line: 3, code: 'cut' }]);
  });

  test('a column cannot be two things, nor two columns one', () => {
    expect(readTable('a,b\n', { columns: ['family'] })).toBe('wrong-number');
    expect(readTable('a,b\n', { columns: ['family', 'family'] })).toBe('named-twice');
    expect(readTable('a,b\n', { columns: ['name', 'name'] })).not.toBe('named-twice');
  });

  test('each is a person or told as unread, whatever the file holds', () => {
    const row = fc
      .array(fc.constantFrom('a', '"', ',', ';', ' ', 'Ж', '""'), { minLength: 1 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const text = ['"name","sex"', ...rows].join('\n');
        const table = read(text);
        const lines = new Set([...table.people, ...table.unread].map(({ line }) => line));
        for (const [at, written] of rows.entries()) {
          const plain = !written.includes('"') && /[aЖ]/u.test(written);
          // A row that holds no quotation mark, and before which none is open, cannot be swallowed by another.
          if (plain && !rows.slice(0, at).some((before) => before.includes('"'))) expect(lines).toContain(at + 2);
        }
      }),
    );
  });
});
