/** Controls of writing direction that can show a name as another: embeddings, overrides, isolates (UAX #9). */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
/** Characters without width or sound that no name needs: marks, joiners of nothing, soft hyphens, byte-order marks. */
const INVISIBLE =
  /\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb]/g;
/** C0 and C1 controls except those that are blanks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/** A joiner or non-joiner (U+200C, U+200D) means something only between letters that join: Arabic and Indic scripts. */
const IDLE_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}])/gu;
const PLAIN = /^[\x21-\x7e]+( [\x21-\x7e]+)*$/;

/** Text in NFC with single blanks and nothing invisible; `deceptive` when direction controls were taken out. */
export function cleanText(text: string): { text: string; deceptive: boolean } {
  if (PLAIN.test(text)) return { text, deceptive: false };
  const deceptive = text.search(DIRECTION) >= 0;
  const visible = text.replace(DIRECTION, '').replace(INVISIBLE, '').replace(CONTROL, '').toWellFormed();
  return { text: withoutIdleJoiners(visible).replace(/\s+/g, ' ').trim(), deceptive };
}

/** A mark that composes with its letter may leave the joiner behind it idle, and a joiner gone may let a mark compose. */
function withoutIdleJoiners(text: string): string {
  const settled = text.normalize('NFC').replace(IDLE_JOINER, '');
  return settled === text ? text : withoutIdleJoiners(settled);
}

/** Text cleaned, or undefined where nothing is left. */
export function presentText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return cleanText(text).text || undefined;
}

const SCRIPTS: readonly [code: string, letters: RegExp][] = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Geor', /\p{Script=Georgian}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Mymr', /\p{Script=Myanmar}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Hira', /\p{Script=Hiragana}/gu],
  ['Kana', /\p{Script=Katakana}/gu],
  ['Ethi', /\p{Script=Ethiopic}/gu],
  ['Mong', /\p{Script=Mongolian}/gu],
  ['Tibt', /\p{Script=Tibetan}/gu],
  ['Khmr', /\p{Script=Khmer}/gu],
  ['Taml', /\p{Script=Tamil}/gu],
  ['Telu', /\p{Script=Telugu}/gu],
  ['Gujr', /\p{Script=Gujarati}/gu],
  ['Guru', /\p{Script=Gurmukhi}/gu],
  ['Sinh', /\p{Script=Sinhala}/gu],
];

/** ISO 15924 code of the script most letters are in; `Zyyy` where there is no letter. */
export function scriptOf(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range
  if (/^[\x00-\x7f]*[A-Za-z][\x00-\x7f]*$/.test(text)) return 'Latn';
  let best = 'Zyyy';
  let most = 0;
  for (const [code, letters] of SCRIPTS) {
    const count = text.match(letters)?.length ?? 0;
    if (count > most) [best, most] = [code, count];
  }
  return best;
}
