import type { AlertContent } from '@entente/contracts/alerts/content';
import { type Shape, shapeOf } from './shape.ts';
import { leavesOf, listAt, partAt, type Tree, withPart } from './tree.ts';

/** A field that two officers left different. */
export interface Disagreement {
  pointer: string;
  mine: unknown;
  theirs: unknown;
  /** Who changed it since both began from the same text. */
  changedBy: 'me' | 'them' | 'both';
}

export type Side = 'mine' | 'theirs';

/** The fields in which two texts differ, told apart by the text both began from. A list counts as one field. */
export function findDisagreements(base: Tree, mine: Tree, theirs: Tree): Disagreement[] {
  const kind = partAt(mine, '/subject/kind') as AlertContent['subject']['kind'];
  return fieldsOf(shapeOf(kind), '', [mine, theirs])
    .map((pointer) => ({ pointer, mine: partAt(mine, pointer), theirs: partAt(theirs, pointer) }))
    .filter((field) => !alike(field.mine, field.theirs))
    .map((field) => {
      const before = partAt(base, field.pointer);
      const changedBy = alike(before, field.theirs) ? 'me' : alike(before, field.mine) ? 'them' : 'both';
      return { ...field, changedBy };
    });
}

/** The side a field is taken from unless the officer says otherwise: who changed it; his own where both did. */
export function usualSide({ changedBy }: Disagreement): Side {
  return changedBy === 'them' ? 'theirs' : 'mine';
}

/** My text with the fields taken from theirs that were chosen so. */
export function mergeTrees(mine: Tree, theirs: Tree, sides: Record<string, Side>): Tree {
  let merged = mine;
  for (const [pointer, side] of Object.entries(sides)) {
    if (side === 'theirs') merged = withPart(merged, pointer, partAt(theirs, pointer));
  }
  return merged;
}

/** Pointers of all fields: leaves and whole lists; of identities each, unless one side has more of them. */
function fieldsOf(shape: Shape, pointer: string, sides: [Tree, Tree]): string[] {
  if (typeof shape === 'string') return [pointer];
  if ('each' in shape) {
    const [mine, theirs] = sides.map((side) => listAt(side, pointer).length) as [number, number];
    if (!shape.kept || mine !== theirs) return [pointer];
    return Array.from({ length: mine }, (_, index) => fieldsOf(shape.each, `${pointer}/${index}`, sides)).flat();
  }
  return Object.entries(shape.parts).flatMap(([name, part]) => fieldsOf(part, `${pointer}/${name}`, sides));
}

function alike(left: unknown, right: unknown): boolean {
  return JSON.stringify(leavesOf(left)) === JSON.stringify(leavesOf(right));
}
