import { createIndex, type IndexedSubject, readInput } from '@entente/matching';

const LONG = 10_000;
const ALIASES = 1_000;
const ROUNDS = 15;

/** What a hostile or broken hand may send: each at the limits of what is read, or beyond. */
const INPUTS: Record<string, string> = {
  letters: 'я'.repeat(LONG),
  words: 'Мohаmmed '.repeat(LONG / 9),
  marks: `a${'\u0301'.repeat(LONG)}`,
  'zero-width': 'M\u200bo\u200dh\u2060a\ufeffm\u202em\u202ce\u200fd\u00ad '.repeat(LONG / 16),
  ligatures: 'ﷺ'.repeat(LONG),
  'half surrogates': '\ud800Ivan \udc00Petrov '.repeat(LONG / 14),
  'mixed scripts': 'Ivan Иван محمد मोहन 王小红 김정은 '.repeat(LONG / 30),
  digits: '1'.repeat(LONG),
};

/** The slowest kind of bad input: the median, in milliseconds, of reading and searching it, among the list and a subject of a thousand aliases. */
export function measureWorstInput(listed: IndexedSubject[]): { kind: string; milliseconds: number } {
  const index = createIndex();
  for (const subject of listed) index.add(subject);
  const names = Array.from({ length: ALIASES }, (_, at) => ({
    full: `Ivan Mohammed Petrov ${at}`,
    kind: 'alias' as const,
    quality: 'good' as const,
  }));
  index.add({ id: 'aliases', kind: 'person', names, birthDates: [], nationalities: [], documents: [] });
  let worst = { kind: '', milliseconds: 0 };
  for (const [kind, text] of Object.entries(INPUTS)) {
    const took = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      readInput(text, '2018-06-10');
      index.search({ names: [text], documents: [{ number: text }] });
      return performance.now() - start;
    }).sort((a, b) => a - b);
    const milliseconds = took[Math.floor(ROUNDS / 2)]!;
    if (milliseconds > worst.milliseconds) worst = { kind, milliseconds };
  }
  return worst;
}
