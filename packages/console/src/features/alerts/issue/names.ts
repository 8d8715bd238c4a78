import type { ListedName } from '@entente/contracts/alerts';
import { listAt, type Tree, withPart } from './tree.ts';

const SCRIPTS = [
  [/\p{Script=Cyrillic}/u, 'Cyrl'],
  [/\p{Script=Han}/u, 'Hani'],
  [/\p{Script=Arabic}/u, 'Arab'],
  [/\p{Script=Devanagari}/u, 'Deva'],
  [/\p{Script=Hangul}/u, 'Hang'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'Jpan'],
  [/\p{Script=Mongolian}/u, 'Mong'],
  [/\p{Script=Tibetan}/u, 'Tibt'],
  [/\p{Script=Hebrew}/u, 'Hebr'],
  [/\p{Script=Latin}/u, 'Latn'],
] as const;

/** ISO 15924 code of the script most letters of a name are in; Latin where there are none. */
export function scriptOf(name: string): string {
  const counts = SCRIPTS.map(([letters, code]) => ({
    code,
    count: [...name].filter((letter) => letters.test(letter)).length,
  }));
  const most = counts.reduce((left, right) => (right.count > left.count ? right : left));
  return most.count > 0 ? most.code : 'Latn';
}

type TypedName = Partial<ListedName>;

/** Where a person's name is asked for: in his own script, and in Latin letters as in the document. */
export const FIRST_NAMES: TypedName[] = [
  { full: '', kind: 'original-script', quality: 'good', script: 'Cyrl' },
  { full: '', kind: 'primary', quality: 'good', script: 'Latn' },
];

/** The form with room for names and a birth date wherever somebody is to be named and is not yet. */
export function withRoom(tree: Tree): Tree {
  const names = [
    ...listAt(tree, '/subject/identities').map((_, place) => `/subject/identities/${place}/names`),
    ...(hasPart(tree, 'holder') ? ['/subject/holder/names'] : []),
    ...(hasPart(tree, 'kind', 'organisation') ? ['/subject/names'] : []),
  ];
  const dates = names
    .filter((pointer) => pointer !== '/subject/names')
    .map((pointer) => pointer.replace(/names$/, 'birthDates'));
  const isEmpty = (pointer: string) => listAt(tree, pointer).length === 0;
  const named = names.filter(isEmpty).reduce((roomy, pointer) => withPart(roomy, pointer, FIRST_NAMES), tree);
  return dates.filter(isEmpty).reduce((roomy, pointer) => withPart(roomy, pointer, [{}]), named);
}

function hasPart(tree: Tree, name: string, value?: string): boolean {
  const subject = (tree as { subject?: Record<string, unknown> }).subject ?? {};
  return value === undefined ? subject[name] !== undefined : subject[name] === value;
}
