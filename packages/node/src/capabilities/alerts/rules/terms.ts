import type { Grounds } from '@entente/contracts/alerts/catalogue';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { repairLookAlikes } from '@entente/matching/text/lookalikes';

type Terms = Grounds['suspectTerms'];

/** Citations of law, which are no publications: `article 205 of`, `по статье № 205` (compatibility forms made plain: `no`). */
const CITATIONS = /(?<!\p{L})(?:articles?|стать\p{L}{1,2}|статей)\s*(?:no\s*)?\d+/gu;

/** Characters that are not seen and would part a word: soft hyphen, zero-width space and joiners, word joiner. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/** Words of a text that the lists name, as they were written but in small letters; each once. */
export function findTerms(text: string, lists: Terms): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(UNSEEN, '').replaceAll(CITATIONS, ' ');
  const words = plain.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const spaced = ` ${words.map(repairLookAlikes).join(' ')} `;
  const found = [
    ...[...lists.en, ...lists.ru].flatMap((term) => findTerm(spaced, term)),
    ...lists.zh.filter((term) => plain.replaceAll(/\s+/gu, '').includes(term)),
  ];
  return [...new Set(found)];
}

/** Whether the text has any word of the lists. */
export function hasTerm(text: string, lists: Terms): boolean {
  return findTerms(text, lists).length > 0;
}

/** Whole words; `*` at the end of a term takes any ending. `spaced` begins and ends with a space. */
function findTerm(spaced: string, term: string): string[] {
  const isStem = term.endsWith('*');
  const wanted = ` ${isStem ? term.slice(0, -1) : `${term} `}`;
  const found: string[] = [];
  for (let at = spaced.indexOf(wanted); at >= 0; at = spaced.indexOf(wanted, at + 1)) {
    found.push(spaced.slice(at + 1, spaced.indexOf(' ', at + wanted.length - 1)));
  }
  return found;
}

/** Words of belief, speech, assembly, ethnicity or politics in what the alert rests on; the reviewer answers for them. */
export function findSuspectTerms({ ground, note }: AlertContent, grounds: Grounds): string[] {
  const { legalBasis, offence, authorisation } = ground;
  const texts = [
    legalBasis,
    offence?.description,
    offence?.provision,
    offence?.violentAct?.description,
    authorisation?.description,
    note,
  ];
  return findTerms(texts.filter((text) => text !== undefined).join('\n'), grounds.suspectTerms);
}

/** The words of speech or belief in these texts, where the last of them, which should tell of harm, tells of none. */
export function findSpeechWithoutHarm(texts: readonly string[], { suspectTerms, harmTerms }: Grounds): string[] {
  const told = texts.at(-1) ?? '';
  return hasTerm(told, harmTerms) ? [] : findTerms(texts.join('\n'), suspectTerms);
}
