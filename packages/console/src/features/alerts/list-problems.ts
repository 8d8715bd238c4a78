import type { ImportProblem, ListProblemCode } from '@entente/contracts/alerts';
import type { IntlShape } from 'react-intl';

const WORDS = {
  cut: 'list-problem.cut',
  'misplaced-quote': 'list-problem.misplaced-quote',
  'open-quote': 'list-problem.open-quote',
  'endless-record': 'list-problem.endless-record',
  'wrong-columns': 'list-problem.wrong-columns',
  'huge-record': 'list-problem.huge-record',
  'no-reference': 'list-problem.no-reference',
  'repeated-reference': 'list-problem.repeated-reference',
  'unknown-kind': 'list-problem.unknown-kind',
  'no-name': 'list-problem.no-name',
  'long-name': 'list-problem.long-name',
  'many-names': 'list-problem.many-names',
  'writing-direction': 'list-problem.writing-direction',
  'unknown-country': 'list-problem.unknown-country',
  'impossible-date': 'list-problem.impossible-date',
  'unreadable-date': 'list-problem.unreadable-date',
  'other-calendar': 'list-problem.other-calendar',
  'limit-date': 'list-problem.limit-date',
  'kept-missing': 'list-problem.kept-missing',
  'read-as-utf-16': 'list-problem.read-as-utf-16',
  'read-as-windows-1252': 'list-problem.read-as-windows-1252',
} as const satisfies Record<ListProblemCode, string>;

/** Why a record or a field of it could not be read, in the reader's language. */
export function listProblemInWords(intl: IntlShape, { code, values }: Pick<ImportProblem, 'code' | 'values'>): string {
  return intl.formatMessage({ id: WORDS[code] }, values);
}
