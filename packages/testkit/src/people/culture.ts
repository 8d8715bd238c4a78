import type { Random } from './random.ts';
import type { NamePart } from './spelling.ts';

export type InventedSex = 'male' | 'female';

/** A whole name as its parts, each in its own script and in Latin. */
export interface NameForms {
  given: NamePart;
  middle?: NamePart;
  family: NamePart;
}

/** How people of one naming tradition are called, and what their passports look like. */
export interface Culture {
  /** ISO 3166-1 alpha-3 of the states whose nationality is drawn, the usual one repeated. */
  nationalities: string[];
  /** ISO 15924 code of the script names are written in at home. */
  script: string;
  compose(random: Random, sex: InventedSex): NameForms;
  /** The order in which the original script puts the parts. */
  writeOriginal(name: NameForms): string;
  /** What companions call the person; a weak alias where a list has one. */
  byname?(random: Random): NamePart;
}

export function familyLast(name: NameForms): string {
  return [name.given, name.middle, name.family].flatMap((part) => (part ? [part.original] : [])).join(' ');
}

/** As passports and registers across the former Union write it: family name, given name, patronymic. */
export function familyFirst(name: NameForms): string {
  return [name.family, name.given, name.middle].flatMap((part) => (part ? [part.original] : [])).join(' ');
}
