import type { ReadAs } from '@entente/contracts/screening';

const HIDDEN = '•••';
/** Enough of a number to tell it from another of the same shift. */
const SHOWN = 2;

/** A traveller as a list of checks shows him: initials, nationality and year of birth, or the end of a number. */
export function maskTraveller({ kind, names, nationality, birthDate, documentNumber, object }: ReadAs): string {
  const number = kind === 'object' ? object?.number : documentNumber;
  const [name] = names;
  if (name === undefined) return number === undefined ? HIDDEN : `${HIDDEN}${lastOf(number)}`;
  const initials = name.split(/\s+/u).flatMap((word) => firstOf(word));
  const masked = initials.map((initial) => `${initial}${HIDDEN}`).join(' ');
  return [masked || HIDDEN, nationality, birthDate?.slice(0, 4)].filter((part) => part !== undefined).join(', ');
}

function firstOf(word: string): string[] {
  const [first] = word.match(/[\p{L}\p{N}]/u) ?? [];
  return first === undefined ? [] : [first];
}

/** Short numbers stay hidden: their end would be most of them. */
function lastOf(number: string): string {
  const characters = [...number].filter((character) => /[\p{L}\p{N}]/u.test(character));
  return characters.length > 2 * SHOWN ? characters.slice(-SHOWN).join('') : '';
}
