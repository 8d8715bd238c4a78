/**
 * What a form holds: content of any completeness, as JSON. Its parts are reached by JSON pointer (RFC 6901); names in it
 * never hold `/` or `~`.
 */
export type Tree = unknown;

function segmentsOf(pointer: string): string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/');
}

/** The part at a pointer; undefined where there is none. */
export function partAt(tree: Tree, pointer: string): unknown {
  let part = tree;
  for (const name of segmentsOf(pointer)) {
    if (typeof part !== 'object' || part === null) return undefined;
    part = (part as Record<string, unknown>)[name];
  }
  return part;
}

/** The text at a pointer, empty where there is none. */
export function textAt(tree: Tree, pointer: string): string {
  const part = partAt(tree, pointer);
  return typeof part === 'string' ? part : '';
}

/** The list at a pointer, empty where there is none. */
export function listAt<T = unknown>(tree: Tree, pointer: string): T[] {
  const part = partAt(tree, pointer);
  return Array.isArray(part) ? part : [];
}

/** The tree with another part at a pointer; undefined takes the part away. What lies on the way is made. */
export function withPart(tree: Tree, pointer: string, part: unknown): Tree {
  return place(tree, segmentsOf(pointer), part);
}

function place(tree: Tree, [name, ...rest]: string[], part: unknown): Tree {
  if (name === undefined) return part;
  const index = /^\d+$/.test(name);
  if (Array.isArray(tree) || (tree === undefined && index)) {
    const list = Array.isArray(tree) ? [...tree] : [];
    const placed = place(list[Number(name)], rest, part);
    if (placed === undefined) list.splice(Number(name), 1);
    else list[Number(name)] = placed;
    return list;
  }
  const folder = typeof tree === 'object' && tree !== null ? { ...(tree as Record<string, unknown>) } : {};
  const placed = place(folder[name], rest, part);
  if (placed === undefined) delete folder[name];
  else folder[name] = placed;
  return folder;
}

/** Every text, number and flag of a tree with its pointer; empty texts are nothing. */
export function leavesOf(tree: Tree, pointer = ''): [pointer: string, value: string | number | boolean][] {
  if (tree === undefined || tree === null || tree === '') return [];
  if (typeof tree !== 'object') return [[pointer, tree as string | number | boolean]];
  return Object.entries(tree).flatMap(([name, part]) => leavesOf(part, `${pointer}/${name}`));
}
