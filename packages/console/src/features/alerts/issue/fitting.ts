import type { Unfinished } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { isDay } from './days.ts';
import { type Folder, type Leaf, type List, type Shape, shapeOf } from './shape.ts';
import { leavesOf, listAt, partAt, type Tree, withPart } from './tree.ts';

/** What of a form fits the contract, what does not yet, and where items of the content's lists stand in the form. */
export interface Fitted {
  content: AlertContent;
  unfinished: Unfinished;
  /** For a list that lost items: the place in the form of each that stayed. */
  places: Record<string, number[]>;
  /** Texts that are not what they should be: no date, no country. */
  malformed: string[];
}

/** Why those alike are others: written before submission and sent with it, never part of the content. */
export const BESIDES = '/considered';

/** Parts what was typed into content that fits its contract, and the rest by pointer, so that nothing is lost. */
export function fit(tree: Tree): Fitted {
  const kind = partAt(tree, '/subject/kind') as AlertContent['subject']['kind'];
  const rest = emptyRest();
  const content = fitPart(tree, shapeOf(kind), '', rest) as AlertContent;
  keepAll(partAt(tree, BESIDES), BESIDES, rest);
  return { content, ...rest };
}

/** Puts the unfinished parts back where they were typed. */
export function unfit(content: AlertContent, unfinished: Unfinished = {}): Tree {
  let tree: Tree = content;
  const shape = shapeOf(content.subject.kind);
  const leaves = Object.entries(unfinished).sort(([left], [right]) => inOrder(left, right));
  const made = new Set<string>();
  for (const [pointer, text] of leaves) {
    const item = itemOf(pointer, shape);
    if (item && !made.has(item.pointer)) {
      made.add(item.pointer);
      const list = listAt(tree, item.list);
      tree = withPart(tree, item.list, list.toSpliced(item.index, 0, item.pointer === pointer ? '' : {}));
    }
    tree = withPart(tree, pointer, isFlag(pointer) ? text === 'true' : text);
  }
  return tree;
}

/** Where a pointer into the content leads in the form it came from. */
export function inForm(pointer: string, places: Fitted['places']): string {
  let form = '';
  for (const name of pointer.split('/').slice(1)) {
    const kept = places[form];
    form = `${form}/${kept && /^\d+$/.test(name) ? (kept[Number(name)] ?? name) : name}`;
  }
  return form;
}

type Rest = Omit<Fitted, 'content'>;

function emptyRest(): Rest {
  return { unfinished: {}, places: {}, malformed: [] };
}

function fitPart(part: unknown, shape: Shape, pointer: string, rest: Rest): unknown {
  if (typeof shape === 'string') return fitLeaf(part, shape, pointer, rest);
  return 'each' in shape ? fitList(part, shape, pointer, rest) : fitFolder(part, shape, pointer, rest);
}

const FORMS: Partial<Record<Leaf, (text: string) => boolean>> = {
  day: isDay,
  partial: (text) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text),
  country: (text) => /^[A-Z]{3}$/.test(text),
  language: (text) => /^[a-z]{2,3}$/.test(text),
};

function fitLeaf(part: unknown, leaf: Leaf, pointer: string, rest: Rest): unknown {
  if (leaf === 'flag') return part === true ? true : undefined;
  // Chosen, never typed: it fits as it is.
  if (leaf === 'audience') return part;
  const text = typeof part === 'string' ? part.trim() : '';
  if (text === '') return undefined;
  if (FORMS[leaf]?.(text) ?? true) return text;
  rest.unfinished[pointer] = text;
  rest.malformed.push(pointer);
  return undefined;
}

function fitFolder(part: unknown, { parts, whole }: Folder, pointer: string, rest: Rest): unknown {
  if (leavesOf(part).length === 0) return undefined;
  const mine = emptyRest();
  const fitted: Record<string, unknown> = {};
  let fits = true;
  for (const [name, shape] of Object.entries(parts)) {
    const value = fitPart(partAt(part, `/${name}`), shape, `${pointer}/${name}`, mine);
    if (value !== undefined) fitted[name] = value;
    else if (!whole.includes(name)) continue;
    else if (shape === 'line') fitted[name] = '';
    else if (typeof shape === 'object' && 'each' in shape) fitted[name] = [];
    else if (typeof shape === 'object' && shape.whole.length === 0) fitted[name] = {};
    else fits = false;
  }
  rest.malformed.push(...mine.malformed);
  if (fits) {
    Object.assign(rest.unfinished, mine.unfinished);
    Object.assign(rest.places, mine.places);
    return fitted;
  }
  keepAll(part, pointer, rest);
  return undefined;
}

function fitList(part: unknown, { each, kept = false }: List, pointer: string, rest: Rest): unknown {
  if (!Array.isArray(part)) return undefined;
  const fitted: unknown[] = [];
  const places: number[] = [];
  part.forEach((item, index) => {
    const at = `${pointer}/${index}`;
    const mine = emptyRest();
    const value = fitPart(item, each, at, mine);
    rest.malformed.push(...mine.malformed);
    if (!kept && Object.keys(mine.unfinished).length > 0) {
      keepAll(item, at, rest);
      return;
    }
    Object.assign(rest.unfinished, mine.unfinished);
    Object.assign(rest.places, mine.places);
    if (value === undefined) return;
    fitted.push(value);
    places.push(index);
  });
  if (places.some((place, index) => place !== index)) rest.places[pointer] = places;
  return fitted.length > 0 ? fitted : undefined;
}

function keepAll(part: unknown, pointer: string, rest: Rest): void {
  for (const [at, value] of leavesOf(part, pointer)) rest.unfinished[at] = String(value);
}

/** The item of a list that went out whole, which a pointer leads into; of a `kept` list none does. */
function itemOf(pointer: string, shape: Shape): { pointer: string; list: string; index: number } | null {
  let at = '';
  let now: Shape | undefined = shape;
  for (const name of pointer.split('/').slice(1)) {
    if (typeof now === 'object' && 'each' in now) {
      if (!now.kept) return { pointer: `${at}/${name}`, list: at, index: Number(name) };
      now = now.each;
    } else now = typeof now === 'object' ? (now as Folder).parts[name] : undefined;
    at = `${at}/${name}`;
  }
  return null;
}

function isFlag(pointer: string): boolean {
  return pointer.endsWith('/circa');
}

/** Pointers in the order of the form: numbers by size. */
function inOrder(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true });
}
