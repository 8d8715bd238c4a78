import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBirthDate, readSex, readSixFigures, tellDateOrder } from './values.ts';

const TODAY = '2026-11-26';
const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2026-11-25'), noInvalidDate: true }).map((date) => {
  const iso = date.toISOString().slice(0, 10);
  const [year, month, day] = iso.split('-') as [string, string, string];
  return { iso, year, month, day };
});

describe('a birth date on a passenger list', () => {
  test.each([
    ['1971-04-28', '1971-04-28'],
    ['28.04.1971', '1971-04-28'],
    ['28/4/1971', '1971-04-28'],
    ['28 04 1971', '1971-04-28'],
    ['1971/4/28', '1971-04-28'],
    ['1971年4月28日', '1971-04-28'],
    ['19710428', '1971-04-28'],
    ['28APR71', '1971-04-28'],
    ['28 April 1971', '1971-04-28'],
    ['28 апреля 1971 г.', '1971-04-28'],
    ['28.04.71', '1971-04-28'],
    ['28.04.21', '2021-04-28'],
    ['1971-04-28T00:00:00', '1971-04-28'],
    ['28.04.1971 0:00', '1971-04-28'],
    ['1971-04', '1971-04'],
    ['1971', '1971'],
    ['１９７１－０４－２８', '1971-04-28'],
  ])('written %s is read', (written, date) => {
    expect(readBirthDate(written, 'day-first', TODAY)).toEqual({ ok: true, date });
  });

  test.each(['31.02.1971', '28.13.1971', 'unknown', '', '0', '12345', '28 foo 1971', '1971-00-01'])(
    'that is none, "%s", is not taken for one',
    (written) => {
      expect(readBirthDate(written, 'day-first', TODAY)).toEqual({ ok: false, code: 'unreadable-date' });
    },
  );

  test('that has not come yet is told apart, so that a slip of the pen is seen', () => {
    expect(readBirthDate('28.04.2071', 'day-first', TODAY)).toEqual({ ok: false, code: 'future-date' });
  });

  test('comes out the same in every way of writing it', () => {
    fc.assert(
      fc.property(day, ({ iso, year, month, day }) => {
        const read = (text: string, order: 'day-first' | 'month-first' = 'day-first') =>
          readBirthDate(text, order, TODAY);
        for (const text of [iso, `${day}.${month}.${year}`, `${year}${month}${day}`, `${year}年${month}月${day}日`])
          expect(read(text)).toEqual({ ok: true, date: iso });
        expect(read(`${month}/${day}/${year}`, 'month-first')).toEqual({ ok: true, date: iso });
      }),
    );
  });

  test('in six figures falls into the last century in which the day is past', () => {
    expect(readSixFigures('910512', TODAY)).toBe('1991-05-12');
    expect(readSixFigures('261126', TODAY)).toBe('2026-11-26');
    expect(readSixFigures('261127', TODAY)).toBe('1926-11-27');
    expect(readSixFigures('91051', TODAY)).toBeUndefined();
  });

  test('never makes the reader stumble, whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readBirthDate(text, 'day-first', TODAY)));
  });
});

describe('the order of day and month', () => {
  test('is told by a date that can be read one way only', () => {
    expect(tellDateOrder(['04/05/1971', '04/28/1971'])).toEqual({ order: 'month-first', eitherWay: false });
    expect(tellDateOrder(['04/05/1971', '28/04/1971'])).toEqual({ order: 'day-first', eitherWay: false });
  });

  test('is the day first where nothing tells, and the officer is warned', () => {
    expect(tellDateOrder(['04/05/1971'])).toEqual({ order: 'day-first', eitherWay: true });
    expect(tellDateOrder(['05/05/1971', '1971-04-05'])).toEqual({ order: 'day-first', eitherWay: false });
  });
});

describe('the sex', () => {
  test.each([
    ['M', 'male'],
    ['м', 'male'],
    ['男', 'male'],
    ['Female', 'female'],
    ['Ж', 'female'],
    ['жен.', 'female'],
    ['女', 'female'],
    ['X', 'unspecified'],
  ])('written %s is read as %s', (written, sex) => expect(readSex(written)).toBe(sex));

  test('is not guessed', () => {
    for (const word of ['', 'adult', 'constructor', '1']) expect(readSex(word)).toBeUndefined();
  });
});
