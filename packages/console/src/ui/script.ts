const SCRIPTS = [
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'und-Arab'],
  [/\p{Script=Devanagari}/u, 'und-Deva'],
  [/\p{Script=Cyrillic}/u, 'und-Cyrl'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja'],
] as const;

/** BCP 47 tag for the `lang` of a name whose language is not known, from the script it is written in. */
export function scriptTag(text: string): string {
  return SCRIPTS.find(([letters]) => letters.test(text))?.[1] ?? 'und-Latn';
}
