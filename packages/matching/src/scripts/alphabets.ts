/** Smaller alphabets, letter by letter: Greek (ELOT 743, digraphs first), Georgian (national system), Armenian (BGN), kana (Hepburn). */
const GREEK: Record<string, string> = {
  μπ: 'b',
  ντ: 'd',
  γκ: 'g',
  γγ: 'ng',
  τζ: 'tz',
  ου: 'u',
  αυ: 'av',
  ευ: 'ev',
  αι: 'e',
  ει: 'i',
  οι: 'i',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'kh',
  ψ: 'ps',
  ω: 'o',
};

const GEORGIAN: Record<string, string> = {
  ა: 'a',
  ბ: 'b',
  გ: 'g',
  დ: 'd',
  ე: 'e',
  ვ: 'v',
  ზ: 'z',
  თ: 't',
  ი: 'i',
  კ: 'k',
  ლ: 'l',
  მ: 'm',
  ნ: 'n',
  ო: 'o',
  პ: 'p',
  ჟ: 'zh',
  რ: 'r',
  ს: 's',
  ტ: 't',
  უ: 'u',
  ფ: 'p',
  ქ: 'k',
  ღ: 'gh',
  ყ: 'q',
  შ: 'sh',
  ჩ: 'ch',
  ც: 'ts',
  ძ: 'dz',
  წ: 'ts',
  ჭ: 'ch',
  ხ: 'kh',
  ჯ: 'j',
  ჰ: 'h',
};

const ARMENIAN: Record<string, string> = {
  ու: 'u',
  ա: 'a',
  բ: 'b',
  գ: 'g',
  դ: 'd',
  ե: 'e',
  զ: 'z',
  է: 'e',
  ը: 'y',
  թ: 't',
  ժ: 'zh',
  ի: 'i',
  լ: 'l',
  խ: 'kh',
  ծ: 'ts',
  կ: 'k',
  հ: 'h',
  ձ: 'dz',
  ղ: 'gh',
  ճ: 'ch',
  մ: 'm',
  յ: 'y',
  ն: 'n',
  շ: 'sh',
  ո: 'o',
  չ: 'ch',
  պ: 'p',
  ջ: 'j',
  ռ: 'r',
  ս: 's',
  վ: 'v',
  տ: 't',
  ր: 'r',
  ց: 'ts',
  ւ: 'v',
  փ: 'p',
  ք: 'k',
  և: 'ev',
  օ: 'o',
  ֆ: 'f',
};

const KANA_ROWS: [string, string][] = [
  ['あいうえお', ''],
  ['かきくけこ', 'k'],
  ['がぎぐげご', 'g'],
  ['さしすせそ', 's'],
  ['ざじずぜぞ', 'z'],
  ['たちつてと', 't'],
  ['だぢづでど', 'd'],
  ['なにぬねの', 'n'],
  ['はひふへほ', 'h'],
  ['ばびぶべぼ', 'b'],
  ['ぱぴぷぺぽ', 'p'],
  ['まみむめも', 'm'],
  ['らりるれろ', 'r'],
];

const KANA: Record<string, string> = {
  や: 'ya',
  ゆ: 'yu',
  よ: 'yo',
  わ: 'wa',
  を: 'o',
  ん: 'n',
  ゔ: 'v',
  し: 'shi',
  じ: 'ji',
  ち: 'chi',
  つ: 'tsu',
  ふ: 'fu',
  づ: 'zu',
  ぢ: 'ji',
  ゃ: 'ya',
  ゅ: 'yu',
  ょ: 'yo',
  ぁ: 'a',
  ぃ: 'i',
  ぅ: 'u',
  ぇ: 'e',
  ぉ: 'o',
};
for (const [row, consonant] of KANA_ROWS)
  for (const [at, kana] of [...row].entries()) KANA[kana] ??= consonant + 'aiueo'[at];

export function readGreek(word: string): string[] {
  return [spell(word.normalize('NFD').replace(/\p{M}+/gu, ''), GREEK)];
}

/** As written, and without the ending of the nominative, which names of other tongues are given (`სმითი` Smith). */
export function readGeorgian(word: string): string[] {
  const latin = spell(word, GEORGIAN);
  const bare = latin.replace(/(?<=[aeiou].*[^aeiou])i$/u, '');
  return bare === latin ? [latin] : [latin, bare];
}

export function readArmenian(word: string): string[] {
  return [spell(word, ARMENIAN)];
}

/** Katakana is hiragana 96 code points on; small vowels replace the vowel before them. */
export function readKana(word: string): string[] {
  const hiragana = word.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
  return [spell(hiragana, KANA).replace(/[iu](?=y[auo])/gu, '')];
}

function spell(word: string, letters: Record<string, string>): string {
  let latin = '';
  for (let at = 0; at < word.length; at++) {
    const pair = letters[word.slice(at, at + 2)];
    if (pair !== undefined && word.length > at + 1) at++;
    latin += pair ?? letters[word[at]!] ?? '';
  }
  return latin;
}
