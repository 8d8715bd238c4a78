/**
 * The internal passport of Russia has a zone as TD3 has it (`PNRUS`), in which each Cyrillic letter is one character, so that the name can be read
 * back as it is written (rules on the machine-readable record, order of the Ministry of the Interior no. 851 of 2017, table 2).
 */
const CHARACTERS = 'ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678';
const LETTERS = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ';

export function isRussianInternal(documentCode: string, issuer: string): boolean {
  return documentCode === 'PN' && issuer === 'RUS';
}

/** A name field with its letters; what stands for none is kept. */
export function asCyrillic(field: string): string {
  return field.replace(/[A-Z2-9]/gu, (character) => LETTERS[CHARACTERS.indexOf(character)] ?? character);
}

/** The whole number: the last digit of the series stands at the head of the optional data (table 3). */
export function wholeNumber(printed: string, optional: string): string {
  const last = /^\d/u.exec(optional)?.[0];
  return last === undefined || !/^\d{9}$/u.test(printed) ? printed : printed.slice(0, 3) + last + printed.slice(3);
}
