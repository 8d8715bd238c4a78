import { soundSyllable } from './pinyin.ts';

/**
 * Names of other tongues that Russian writes by a system of its own, read back as those tongues write them in Latin letters:
 * Chinese by Palladius (`чжоу` zhou, `цзинь` jin, `сян` xiang), Japanese by Polivanov (`тиё` chiyo, `дзюн` jun), English by ear
 * (`гейтс` gates, `уайлз` wiles). As Chinese or Japanese a word is read only if the whole of it can be.
 */
export function readTranscribed(word: string): string[] {
  const readings = [readChinese(word), readJapanese(word), readEnglish(word)];
  return readings.filter((reading) => reading !== undefined);
}

/** What a word of several syllables has of Chinese, so that not every Иван is a Yi Wang. */
const CHINESE = /чж|цз|нь|э|ю[йэ]|у[йо]|с[яюе]|ц[июя]|[аяо][оу]|ж[оу]|ъ/u;
/** What Japanese writes otherwise than it sounds to a Russian. */
const JAPANESE = /[ст][иёюя]|дз|цу|фу|нъ/u;

function readChinese(word: string): string | undefined {
  return PALLADIUS.get(word) ?? (CHINESE.test(word) ? parse(word, PALLADIUS, LONGEST_CHINESE) : undefined);
}

function readJapanese(word: string): string | undefined {
  return JAPANESE.test(word) ? parse(word, POLIVANOV, LONGEST_JAPANESE) : undefined;
}

/** What a word of pinyin has that readers of other tongues sound otherwise than they would their own letters. */
const PINYIN = /[xq]|^(?:c(?!h)|z(?!h))/u;

/** A word in pinyin as it sounds to others (`Xi` shi, `Qiang` chiang), or undefined where the whole of it is no pinyin. */
export function soundPinyin(word: string): string | undefined {
  return PINYIN.test(word) ? parse(word, SOUNDED_PINYIN, LONGEST_CHINESE) : undefined;
}

type Syllables = ReadonlyMap<string, string>;

/** Letters of the longest syllable of either system. */
const LONGEST_SYLLABLE = 6;
const LONGEST_CHINESE = 3;
const LONGEST_JAPANESE = 8;

/** The word as at most so many syllables, longest first, or undefined. */
function parse(word: string, syllables: Syllables, most: number): string | undefined {
  if (word === '') return '';
  if (most === 0) return undefined;
  for (let length = Math.min(LONGEST_SYLLABLE, word.length); length > 0; length--) {
    const latin = syllables.get(word.slice(0, length));
    const rest = latin === undefined ? undefined : parse(word.slice(length).replace(/^ъ/u, ''), syllables, most - 1);
    if (rest !== undefined) return latin + rest;
  }
  return undefined;
}

const pairs = (text: string) => text.split(' ').map((pair) => pair.split('=') as [string, string]);

/** Initials and finals of Mandarin, pinyin first (the Palladius system), by what stands together. */
const LABIALS = pairs('b=б p=п m=м f=ф');
const DENTALS = pairs('d=д t=т n=н l=л');
const SIBILANTS = pairs('z=цз c=ц s=с');
const RETROFLEXES = pairs('zh=чж ch=ч sh=ш r=ж');
const VELARS = pairs('g=г k=к h=х');
const PALATALS = pairs('j=цз q=ц x=с');
const OPEN = pairs('a=а ai=ай ei=эй ao=ао ou=оу an=ань en=энь ang=ан eng=эн');
const ROUNDED = pairs('e=э u=у uo=о ong=ун ui=уй ui=уэй uan=уань un=унь');
const BROAD = pairs('ua=уа uai=уай uang=уан');
const NARROW = pairs('i=и ie=е iao=яо ian=янь in=инь ing=ин');
const SOFT = pairs('iu=ю iang=ян ia=я');
const FRONT = pairs('iong=юн u=юй ue=юэ uan=юань un=юнь');
const WHOLE = pairs(
  'a=а e=э ai=ай ao=ао ou=оу an=ань en=энь ang=ан er=эр yi=и ya=я ye=е yao=яо you=ю yan=янь yin=инь yang=ян ying=ин yong=юн ' +
    'wu=у wa=ва wo=во wai=вай wei=вэй wan=вань wen=вэнь wang=ван yu=юй yue=юэ yuan=юань yun=юнь hui=хой',
);

/** A syllable by its Cyrillic spelling. */
const PALLADIUS: Syllables = new Map([
  ...combine(LABIALS, [...OPEN, ...NARROW, ...pairs('o=о u=у')]),
  ...combine(DENTALS, [...OPEN, ...ROUNDED, ...NARROW.filter(([latin]) => latin !== 'in'), ...pairs('iu=ю')]),
  ...combine(pairs('n=н l=л'), pairs('in=инь iang=ян u=юй ue=юэ')),
  ...combine(SIBILANTS, [...OPEN, ...ROUNDED, ...pairs('i=ы')]),
  ...combine(RETROFLEXES, [...OPEN, ...ROUNDED, ...BROAD, ...pairs('i=и')]),
  ...combine(VELARS, [...OPEN, ...ROUNDED, ...BROAD]),
  ...combine(PALATALS, [...NARROW, ...SOFT, ...FRONT]),
  ...WHOLE.map(([latin, cyrillic]): [string, string] => [cyrillic, latin]),
]);

/** Syllables of pinyin as they sound. */
const SOUNDED_PINYIN: Syllables = new Map(
  [...PALLADIUS.values()].map((syllable) => [syllable, soundSyllable(syllable)]),
);

/** Morae of Japanese, Hepburn first (the Polivanov system). */
const ROWS = pairs('k=к g=г s=с z=дз t=т d=д n=н h=х b=б p=п m=м r=р =');
const VOWELS = pairs('a=а i=и u=у e=э o=о ya=я yu=ю yo=ё');
const OWN_MORAE = pairs(
  'shi=си ji=дзи chi=ти tsu=цу fu=фу sha=ся shu=сю sho=сё cha=тя chu=тю cho=тё ja=дзя ju=дзю jo=дзё wa=ва n=н n=м n=нъ i=й',
);
const DOUBLED = pairs('kk=кк ss=сс tt=тт pp=пп');

const POLIVANOV: Syllables = new Map([
  ...combine(ROWS, VOWELS),
  ...OWN_MORAE.map(([latin, cyrillic]): [string, string] => [cyrillic, latin]),
  ...combine(DOUBLED, VOWELS.slice(0, 5)).map(([mora, latin]): [string, string] => [
    mora,
    latin.replace('ssi', 'sshi').replace('tti', 'tchi'),
  ]),
]);

function combine(initials: [string, string][], finals: [string, string][]): [string, string][] {
  return initials.flatMap(([head, start]) => finals.map(([tail, end]): [string, string] => [start + end, head + tail]));
}

/** Long vowels of English before one last consonant, and w at the head. */
function readEnglish(word: string): string | undefined {
  const latin = word
    .replace(/^у(?=[аеиоэ])/u, 'w')
    .replace(/[эе]й([бвгдзклмнпрстф])(с?)$/u, 'a$1e$2')
    .replace(/ай([бвгдзклмнпрстф])([сз]?)$/u, 'i$1e$2');
  return latin === word ? undefined : latin;
}
