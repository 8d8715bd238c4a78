/** One part of a name in its own script and as Latin documents and Latin lists may spell it. */
export interface NamePart {
  original: string;
  latin: string;
  /** Another spelling in use, where there is one. */
  variant?: string;
}

/**
 * Reads a table of parts, `Latin/Variant:original` separated by blanks or line ends; the variant is optional. An underscore stands for a blank inside a part.
 */
export function readParts(table: string): NamePart[] {
  return table
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [spellings = '', original = ''] = entry.replaceAll('_', ' ').split(':');
      const [latin = '', variant] = spellings.split('/');
      return variant ? { original, latin, variant } : { original, latin };
    });
}

/** Parts given in Cyrillic alone: Latin by ICAO Doc 9303-3, section 6.B; the variant by everyday English spelling. */
export function readCyrillic(table: string): NamePart[] {
  return table
    .trim()
    .split(/\s+/)
    .map((original) => cyrillicPart(original));
}

export function cyrillicPart(original: string): NamePart {
  const latin = spell(original, ICAO);
  const variant = spell(original, EVERYDAY);
  return variant === latin ? { original, latin } : { original, latin, variant };
}

const SHARED = `а:a б:b в:v г:g д:d ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch
  ы:y ь: э:e ә:a ғ:g қ:k ң:n ө:o ұ:u ү:u һ:h і:i ҳ:h ҷ:j ӣ:i ӯ:u ў:u`;
const ICAO = readLetters(`${SHARED} е:e ё:e й:i ю:iu я:ia ъ:ie`);
const EVERYDAY = readLetters(`${SHARED} е:e ё:yo й:y ю:yu я:ya ъ: қ:q ғ:gh ң:ng ў:o`);

function readLetters(table: string): Map<string, string> {
  return new Map(table.split(/\s+/).map((entry) => entry.split(':') as [string, string]));
}

function spell(original: string, table: Map<string, string>): string {
  const latin = [...original.toLowerCase()].map((letter) => table.get(letter) ?? letter).join('');
  return latin.charAt(0).toUpperCase() + latin.slice(1);
}
