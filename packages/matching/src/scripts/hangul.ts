/** Initial, middle and final sounds in the order of Unicode's Hangul syllables (Revised Romanisation). */
const INITIALS = ['k', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h'];
const MIDDLES = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

/** The same middles as foreign names use them: eu carries a consonant, eo stands for a dull vowel. */
const FOREIGN_MIDDLES = 'a e ya ye o e yo ye o wa we e yo u wo we wi yu  i i'.split(' ');

const FIRST = 0xac00;
const LAST = 0xd7a3;
const EU = 18;

/** Surnames people write otherwise than the rule would. */
const SURNAMES: Record<string, string> = {
  이: 'lee',
  리: 'lee',
  박: 'park',
  최: 'choi',
  정: 'jung',
  노: 'roh',
  임: 'lim',
  유: 'yoo',
  류: 'ryu',
  우: 'woo',
  오: 'oh',
  주: 'joo',
  신: 'shin',
  문: 'moon',
  심: 'shim',
  여: 'yeo',
};

/** Romanises a run of Hangul: by rule, as a foreign name would sound, and a lone syllable as the surname it may be. */
export function readHangul(word: string): string[] {
  const surname = SURNAMES[word];
  const native = spell(word, MIDDLES);
  const plain = native.replaceAll('eo', 'o').replaceAll('eu', 'u');
  return surname ? [native, surname] : [native, plain, spell(word, FOREIGN_MIDDLES)];
}

/** A Korean name written together: the surname is its first syllable when two more follow. */
export function splitKoreanName(word: string): string[] {
  return word.length === 3 ? [word.slice(0, 1), word.slice(1)] : [word];
}

function spell(word: string, middles: string[]): string {
  let latin = '';
  for (let at = 0; at < word.length; at++) {
    const place = word.charCodeAt(at) - FIRST;
    if (place < 0 || place > LAST - FIRST) continue;
    const middle = Math.floor((place % 588) / 28);
    const initial = INITIALS[Math.floor(place / 588)]!;
    latin += initial === 'r' && latin.endsWith('l') ? 'l' : initial;
    latin += middle === EU && middles === FOREIGN_MIDDLES && latin === '' ? 'u' : middles[middle]!;
    latin += FINALS[place % 28]!;
  }
  return latin;
}
