/** Pixels of a character: five wide, seven high, a row of bits each. */
export type Glyph = readonly number[];

export const GLYPH_WIDTH = 5;
export const GLYPH_HEIGHT = 7;

/** A small font of our own: a bare machine has none. */
const DRAWN: Record<string, string> = {
  A: '.###. #...# #...# ##### #...# #...# #...#',
  B: '####. #...# #...# ####. #...# #...# ####.',
  C: '.#### #.... #.... #.... #.... #.... .####',
  D: '####. #...# #...# #...# #...# #...# ####.',
  E: '##### #.... #.... ####. #.... #.... #####',
  F: '##### #.... #.... ####. #.... #.... #....',
  G: '.#### #.... #.... #..## #...# #...# .####',
  H: '#...# #...# #...# ##### #...# #...# #...#',
  I: '.###. ..#.. ..#.. ..#.. ..#.. ..#.. .###.',
  J: '..### ...#. ...#. ...#. ...#. #..#. .##..',
  K: '#...# #..#. #.#.. ##... #.#.. #..#. #...#',
  L: '#.... #.... #.... #.... #.... #.... #####',
  M: '#...# ##.## #.#.# #.#.# #...# #...# #...#',
  N: '#...# ##..# ##..# #.#.# #..## #..## #...#',
  O: '.###. #...# #...# #...# #...# #...# .###.',
  P: '####. #...# #...# ####. #.... #.... #....',
  Q: '.###. #...# #...# #...# #.#.# #..#. .##.#',
  R: '####. #...# #...# ####. #.#.. #..#. #...#',
  S: '.#### #.... #.... .###. ....# ....# ####.',
  T: '##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..',
  U: '#...# #...# #...# #...# #...# #...# .###.',
  V: '#...# #...# #...# #...# #...# .#.#. ..#..',
  W: '#...# #...# #...# #.#.# #.#.# ##.## #...#',
  X: '#...# #...# .#.#. ..#.. .#.#. #...# #...#',
  Y: '#...# #...# .#.#. ..#.. ..#.. ..#.. ..#..',
  Z: '##### ....# ...#. ..#.. .#... #.... #####',
  // Slashed, so that no nought is read as an O.
  0: '.###. #...# #..## #.#.# ##..# #...# .###.',
  1: '..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.',
  2: '.###. #...# ....# ..##. .#... #.... #####',
  3: '####. ....# ....# .###. ....# ....# ####.',
  4: '...#. ..##. .#.#. #..#. ##### ...#. ...#.',
  5: '##### #.... ####. ....# ....# #...# .###.',
  6: '..##. .#... #.... ####. #...# #...# .###.',
  7: '##### ....# ...#. ..#.. ..#.. .#... .#...',
  8: '.###. #...# #...# .###. #...# #...# .###.',
  9: '.###. #...# #...# .#### ....# ...#. .##..',
  ':': '..... ..#.. ..#.. ..... ..#.. ..#.. .....',
  '-': '..... ..... ..... ##### ..... ..... .....',
  '.': '..... ..... ..... ..... ..... .##.. .##..',
  '/': '....# ....# ...#. ..#.. .#... #.... #....',
  ' ': '..... ..... ..... ..... ..... ..... .....',
};

const GLYPHS = new Map(Object.entries(DRAWN).map(([character, drawn]) => [character, readGlyph(drawn)]));

/** Every character the font has. */
export const CHARACTERS: readonly string[] = [...GLYPHS.keys()];

/** The pixels of a character, small letters as capitals. Throws for one the font does not have. */
export function glyphOf(character: string): Glyph {
  const glyph = GLYPHS.get(character.toUpperCase());
  if (!glyph) throw new RangeError(`The font has no character ${JSON.stringify(character)}`);
  return glyph;
}

/** Whether a pixel of a glyph is drawn; what lies outside is not. */
export function isDrawn(glyph: Glyph, x: number, y: number): boolean {
  if (x < 0 || x >= GLYPH_WIDTH || y < 0 || y >= GLYPH_HEIGHT) return false;
  return ((glyph[y]! >> (GLYPH_WIDTH - 1 - x)) & 1) === 1;
}

function readGlyph(drawn: string): Glyph {
  return drawn.split(' ').map((row) => Number.parseInt(row.replaceAll('#', '1').replaceAll('.', '0'), 2));
}
