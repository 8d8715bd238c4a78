/** The characters of provinces, regions and municipalities on plates (GA 36). */
const PROVINCES = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新';

/** Police, learners, trailers, Hong Kong, Macao, consulates, trials, oversize, temporary, rescue (GA 36). */
const ENDINGS = '警|学|挂|港|澳|领|试|超|临|应急';

/** A province's character, an office's letter, four to six characters; of an embassy only digits. */
const PLATE = new RegExp(`^(?:[${PROVINCES}][A-Z][A-Z0-9]{4,6}(?:${ENDINGS})?|使\\d{6}|\\d{6}使)$`, 'u');

/** The traditional characters that stand on no plate but are typed, with those that do. */
const TRADITIONAL = '晉遼滬蘇閩贛魯粵瓊貴雲陝寧學掛領試臨應';
const SIMPLIFIED = '晋辽沪苏闽赣鲁粤琼贵云陕宁学挂领试临应';

/** Whether a normal form is that of a plate of mainland China. */
export function isChinesePlate(normal: string): boolean {
  return PLATE.test(normal);
}

/** Traditional characters of provinces and endings as plates have them. */
export function simplifyCharacters(folded: string): string {
  return folded.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED[TRADITIONAL.indexOf(character)] ?? character);
}

/** A plate as a hand without a Chinese keyboard types it. */
export function withoutCharacters(normal: string): string {
  return normal.replace(/\p{Script=Han}/gu, '');
}
