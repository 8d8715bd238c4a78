/** A piece of a text; suspect where a term begins in it that a reviewer must answer for. */
export interface Piece {
  text: string;
  suspect: boolean;
}

/** Cuts a text at suspect terms. A term stands for all words it begins; Chinese terms stand anywhere. */
export function splitByTerms(text: string, terms: readonly string[]): Piece[] {
  const wanted = terms.filter((term) => term !== '').map(patternOf);
  if (wanted.length === 0) return text === '' ? [] : [{ text, suspect: false }];
  return text
    .split(new RegExp(`(${wanted.join('|')})`, 'giu'))
    .map((piece, place) => ({ text: piece, suspect: place % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

function patternOf(term: string): string {
  const plain = term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /\p{Script=Han}/u.test(term) ? plain : `(?<![\\p{L}])${plain}\\p{L}*`;
}
