import { writeTd1, writeTd3 } from './zone.ts';

/** A listed person the demonstration's travellers meet. Invented, like everyone here. */
export interface LeadingPerson {
  ref: string;
  given: string;
  middle?: string;
  family: string;
  original: string;
  aliases: { name: string; quality: 'Good' | 'Low' }[];
  birthDate: string;
  nationality: string;
  sex: 'Male' | 'Female';
  passport?: { number: string; country: string };
  remarks: string;
}

/** His passport is on the list: the zone meets it exactly. */
export const LISTED_BY_DOCUMENT: LeadingPerson = {
  ref: '9900001',
  given: 'Farrukh',
  middle: 'Zafarovich',
  family: 'Toshnazarov',
  original: 'Тошназаров Фаррух Зафарович',
  aliases: [{ name: 'Farruh Tashnazarov', quality: 'Good' }],
  birthDate: '1979-08-23',
  nationality: 'Uzbekistan',
  sex: 'Male',
  passport: { number: 'FA4471906', country: 'Uzbekistan' },
  remarks: 'Invented for the demonstration.',
};

/** The list's Latin name is one he used abroad; only the name in Cyrillic is his passport's. */
export const LISTED_BY_ORIGINAL_SCRIPT: LeadingPerson = {
  ref: '9900002',
  given: 'Djani',
  middle: 'Kuanysh',
  family: 'Oglu',
  original: 'Шыңғысбаев Жәнібек Қуанышұлы',
  aliases: [{ name: 'Abu Sanjar', quality: 'Low' }],
  birthDate: '1984-03-17',
  nationality: 'Kazakhstan',
  sex: 'Male',
  remarks: 'Invented for the demonstration. Latin name as used abroad.',
};

/** A name several people bear; the traveller who shares it was born four years later. */
export const LISTED_NAMESAKE: LeadingPerson = {
  ref: '9900003',
  given: 'Nurlan',
  family: 'Sarybaev',
  original: 'Сарыбаев Нұрлан',
  aliases: [],
  birthDate: '1959-11-02',
  nationality: 'Kazakhstan',
  sex: 'Male',
  passport: { number: 'N05518230', country: 'Kazakhstan' },
  remarks: 'Invented for the demonstration.',
};

export const LEADING_PEOPLE = [LISTED_BY_DOCUMENT, LISTED_BY_ORIGINAL_SCRIPT, LISTED_NAMESAKE];

/** Nobody like her is on any list the demonstration holds. */
export const CLEAN_TRAVELLER_ZONE = writeTd3({
  issuer: 'MNG',
  nationality: 'MNG',
  family: 'Sukhbaatryn',
  given: 'Oyuungerel',
  number: 'E21749036',
  birthDate: '1991-05-12',
  sex: 'female',
  expiryDate: '2031-02-08',
});

export const DOCUMENT_HIT_ZONE = writeTd3({
  issuer: 'UZB',
  nationality: 'UZB',
  family: 'Toshnazarov',
  given: 'Farrukh',
  number: 'FA4471906',
  birthDate: '1979-08-23',
  sex: 'male',
  expiryDate: '2030-06-30',
});

export const NAME_HIT_ZONE = writeTd3({
  issuer: 'KAZ',
  nationality: 'KAZ',
  family: 'Shyngysbaev',
  given: 'Zhanibek',
  number: 'N13370562',
  birthDate: '1984-03-17',
  sex: 'male',
  expiryDate: '2032-09-14',
});

export const NAMESAKE_ZONE = writeTd1({
  issuer: 'KAZ',
  nationality: 'KAZ',
  family: 'Sarybaev',
  given: 'Nurlan',
  number: '048213377',
  birthDate: '1963-06-21',
  sex: 'male',
  expiryDate: '2033-01-19',
});
