import type { ListedBirthDate } from '@entente/contracts/alerts';
import { isDay } from './days.ts';
import { listAt, type Tree } from './tree.ts';

const MAJORITY = 18;
/** How far off "about" a year may be, as the node's rule of minors has it. */
const CIRCA_YEARS = 3;

interface TypedIdentity {
  status?: string;
  birthDates?: Partial<ListedBirthDate>[];
}

/** Whether the person may be under 18 on a day, by the youngest reading of any birth date of his own. */
export function mayBeMinor(tree: Tree, today: string): boolean {
  return listAt<TypedIdentity>(tree, '/subject/identities')
    .filter(({ status }) => status === 'confirmed' || status === 'claimed')
    .flatMap(({ birthDates = [] }) => birthDates)
    .some((date) => (majorityOf(date) ?? '') > today);
}

/** The 18th birthday at the latest; undefined where nothing is written that is a date. */
function majorityOf({ date = '', to = '', circa = false }: Partial<ListedBirthDate>): string | undefined {
  const youngest = [date, to].map(lastDay).filter(isDay).toSorted().at(-1);
  if (!youngest) return undefined;
  const year = Number(youngest.slice(0, 4)) + MAJORITY + (circa ? CIRCA_YEARS : 0);
  return `${year}${youngest.slice(4)}`;
}

/** The last day a partial date may mean. */
function lastDay(date: string): string {
  if (/^\d{4}$/.test(date)) return `${date}-12-31`;
  const month = /^(\d{4})-(\d{2})$/.exec(date);
  if (!month) return date;
  const end = new Date(Date.UTC(Number(month[1]), Number(month[2]), 0));
  return end.toISOString().slice(0, 10);
}
