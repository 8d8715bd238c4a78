import type { Identity, ListedBirthDate, ListedDocument, ListedName, ListedSubject } from '@entente/contracts/alerts';
import type { Culture, InventedSex, NameForms } from './culture.ts';
import { arabic, pakistani, persian } from './cultures/arabic-script.ts';
import { chinese } from './cultures/chinese.ts';
import { indian } from './cultures/indian.ts';
import { russian } from './cultures/russian.ts';
import { tajik } from './cultures/tajik.ts';
import { kazakh, kyrgyz, uzbek } from './cultures/turkic.ts';
import { type Random, randomFor } from './random.ts';

/** The region's naming traditions, each as likely as the others; five scripts with Latin. */
const CULTURES: Culture[] = [kazakh, kyrgyz, uzbek, tajik, russian, persian, pakistani, arabic, chinese, indian];

/** A person nobody is. */
export interface InventedPerson {
  /** Counts from 0 within a seed. */
  number: number;
  sex: InventedSex;
  forms: NameForms;
  identity: Identity;
}

/** The `number`-th person of a seed, the same on every machine and whatever was asked before. */
export function inventPerson(seed: number, number: number): InventedPerson {
  const random = randomFor(seed, number);
  const culture = random.pick(CULTURES);
  const sex: InventedSex = random.chance(0.7) ? 'male' : 'female';
  const forms = culture.compose(random, sex);
  const nationality = random.pick(culture.nationalities);
  const identity: Identity = {
    status: 'confirmed',
    names: inventNames(random, culture, forms),
    birthDates: inventBirthDates(random),
    birthPlaces: [],
    nationalities: random.chance(0.9) ? [nationality] : [],
    documents: random.chance(0.6) ? [inventPassport(seed, number, nationality)] : [],
  };
  if (random.chance(0.8)) identity.sex = sex;
  return { number, sex, forms, identity };
}

/** `count` persons one by one; nothing is kept, so a million may stream by. */
export function* inventPeople(count: number, seed = 1): Generator<InventedPerson> {
  for (let number = 0; number < count; number++) yield inventPerson(seed, number);
}

/** The person as a record of the demonstration's list. */
export function asListed(person: InventedPerson): ListedSubject {
  return {
    list: 'invented',
    ref: String(9_000_000 + person.number),
    kind: 'person',
    identities: [person.identity],
    programmes: ['Invented'],
    addresses: [],
  };
}

/** About three names a person: Latin, the original script, and other spellings or a byname of most. */
function inventNames(random: Random, culture: Culture, forms: NameForms): ListedName[] {
  const { given, middle, family } = forms;
  const names = [
    latinName('primary', given.latin, middle?.latin, family.latin),
    { full: culture.writeOriginal(forms), kind: 'original-script', quality: 'good', script: culture.script },
  ] as ListedName[];
  if (random.chance(0.75))
    names.push(latinName('alias', given.variant ?? given.latin, undefined, family.variant ?? family.latin));
  if (culture.byname && random.chance(0.4)) {
    const byname = culture.byname(random);
    names.push({ full: byname.latin, kind: 'alias', quality: 'low', script: 'Latn' });
  } else if (random.chance(0.2)) {
    names.push({
      full: `${family.original} ${given.original}`,
      kind: 'alias',
      quality: 'good',
      script: culture.script,
    });
  }
  return names;
}

function latinName(kind: 'primary' | 'alias', given: string, middle: string | undefined, family: string): ListedName {
  return {
    full: middle ? `${given} ${middle} ${family}` : `${given} ${family}`,
    parts: middle ? { given, middle, family } : { given, family },
    kind,
    quality: 'good',
    script: 'Latn',
  };
}

/** Seven in ten known to the day; the others as lists have them: a year, a range of years, nothing. */
function inventBirthDates(random: Random): ListedBirthDate[] {
  const year = 1944 + random.below(62);
  const drawn = random.below(20);
  if (drawn === 0) return [];
  if (drawn < 4) return [{ date: String(year), circa: drawn === 1 }];
  if (drawn === 4) return [{ date: String(year), to: String(year + 1 + random.below(4)) }];
  const date = new Date(Date.UTC(year, random.below(12), 1 + random.below(28)));
  return [{ date: date.toISOString().slice(0, drawn === 5 ? 7 : 10) }];
}

const LETTERS = 'ABCEHKMNPRTX';
/** The largest prime under 10^8: stepping by anything else visits every number once. */
const NUMBERS = 99_999_989;

/** One letter and eight digits, no two alike within a seed below a hundred million persons. */
function inventPassport(seed: number, number: number, country: string): ListedDocument {
  const digits = String((number * 48_271 + seed * 7_919) % NUMBERS).padStart(8, '0');
  return { type: 'passport', number: LETTERS.charAt(seed % LETTERS.length) + digits, country };
}
