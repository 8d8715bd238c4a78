import type { Breach, ContentCheck } from '../case.ts';

/** Control characters and characters that turn the direction of writing (Unicode TR 36, 2.5); halves of a pair. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

/** Longest texts where the contract sets no bound of its own, by the name of the field. */
const BOUNDS: Record<string, number> = { full: 300, given: 150, middle: 150, family: 150, number: 100, note: 4000 };

/** What may be written at all. */
export const TEXT_CHECKS = {
  'hidden-characters': (content) =>
    textsOf(content, '').flatMap(({ pointer, text }) => (HIDDEN.test(text) ? [{ pointer }] : [])),

  'text-too-long': (content) =>
    textsOf(content, '').flatMap(({ pointer, text }): Breach[] => {
      const most = BOUNDS[pointer.slice(pointer.lastIndexOf('/') + 1)];
      return most !== undefined && text.length > most ? [{ pointer, values: { most: String(most) } }] : [];
    }),
} as const satisfies Record<string, ContentCheck>;

/** Every text of a value, with its JSON pointer. */
function textsOf(value: unknown, pointer: string): { pointer: string; text: string }[] {
  if (typeof value === 'string') return [{ pointer, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsOf(part, `${pointer}/${name}`));
}
