import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import ru from '../../messages/ru.json' with { type: 'json' };
import { listProblemInWords } from './list-problems.ts';

const russian = createIntl({ locale: 'ru-RU', messages: ru });

test('a fault in a list is told in the language of the reader, with the place it names', () => {
  expect(listProblemInWords(russian, { code: 'wrong-columns', values: { found: '7', expected: '12' } })).toBe(
    'В записи столбцов: 7, а должно быть 12',
  );
  expect(
    listProblemInWords(russian, { code: 'unreadable-date', values: { field: 'birthDates', text: 'неизвестно' } }),
  ).toBe('Дата рождения: в «неизвестно» нет даты');
});
