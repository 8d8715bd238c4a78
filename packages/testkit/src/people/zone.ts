/** What a travel document's zone is written from. Dates are `YYYY-MM-DD`. */
export interface ZoneFields {
  issuer: string;
  nationality: string;
  family: string;
  given: string;
  number: string;
  birthDate: string;
  sex: 'male' | 'female' | 'unspecified';
  expiryDate: string;
  optional?: string;
}

/** Two lines of 44 for a passport (ICAO Doc 9303-4, 4.2.2). */
export function writeTd3(fields: ZoneFields): string {
  const number = withDigit(fields.number.padEnd(9, '<'));
  const birth = withDigit(zoneDate(fields.birthDate));
  const expiry = withDigit(zoneDate(fields.expiryDate));
  const personal = withDigit((fields.optional ?? '').padEnd(14, '<'));
  const composite = checkDigit(number + birth + expiry + personal);
  return [
    fillTo(44, `P<${fields.issuer}${zoneName(fields)}`),
    `${number}${fields.nationality}${birth}${sexLetter(fields)}${expiry}${personal}${composite}`,
  ].join('\n');
}

/** Three lines of 30 for an identity card (ICAO Doc 9303-5, 4.2.2). */
export function writeTd1(fields: ZoneFields): string {
  const upper = fillTo(30, `I<${fields.issuer}${withDigit(fields.number.padEnd(9, '<'))}${fields.optional ?? ''}`);
  const birth = withDigit(zoneDate(fields.birthDate));
  const expiry = withDigit(zoneDate(fields.expiryDate));
  const optional = '<'.repeat(11);
  const composite = checkDigit(upper.slice(5) + birth + expiry + optional);
  const middle = `${birth}${sexLetter(fields)}${expiry}${fields.nationality}${optional}${composite}`;
  return [upper, middle, fillTo(30, zoneName(fields))].join('\n');
}

/** Weights 7, 3, 1 over the characters' values, modulo 10 (ICAO Doc 9303-3, 4.9). */
export function checkDigit(text: string): string {
  const sum = [...text].reduce((total, character, at) => total + value(character) * ([7, 3, 1][at % 3] as number), 0);
  return String(sum % 10);
}

function value(character: string): number {
  return character === '<' ? 0 : Number.parseInt(character, 36);
}

function withDigit(field: string): string {
  return field + checkDigit(field);
}

function zoneDate(date: string): string {
  return date.slice(2).replaceAll('-', '');
}

function sexLetter(fields: ZoneFields): string {
  return { male: 'M', female: 'F', unspecified: '<' }[fields.sex];
}

function zoneName(fields: ZoneFields): string {
  return `${zoneWords(fields.family)}<<${zoneWords(fields.given)}`;
}

/** Apostrophes are left out, hyphens and blanks become fillers (ICAO Doc 9303-3, 4.6). */
function zoneWords(latin: string): string {
  return latin
    .toUpperCase()
    .replaceAll(/['’‘]/g, '')
    .replaceAll(/[^A-Z]+/g, '<');
}

function fillTo(length: number, text: string): string {
  return text.slice(0, length).padEnd(length, '<');
}
