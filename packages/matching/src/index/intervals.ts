/** One distinct interval with what was entered under it; `reach` is the largest end at or below the node. */
interface Node<T> {
  from: string;
  to: string;
  values: Set<T>;
  left: Node<T> | undefined;
  right: Node<T> | undefined;
  height: number;
  reach: string;
}

/**
 * Closed intervals of digits of one length. A balanced tree by beginning, each node knowing how far
 * its branch reaches (Cormen and others, Introduction to Algorithms, interval trees): what contains a
 * point is found in O(log n) and O(log n) more for each interval found, whatever was entered in which order.
 */
export class Intervals<T> {
  #root: Node<T> | undefined;

  get isEmpty(): boolean {
    return this.#root === undefined;
  }

  add(from: string, to: string, value: T): void {
    this.#root = insert(this.#root, from, to, value);
  }

  remove(from: string, to: string, value: T): void {
    this.#root = withdraw(this.#root, from, to, value);
  }

  /** Everything entered under an interval that contains the point. */
  containing(point: string): T[] {
    const found: T[] = [];
    collect(this.#root, point, found);
    return found;
  }
}

function insert<T>(node: Node<T> | undefined, from: string, to: string, value: T): Node<T> {
  if (!node) return { from, to, values: new Set([value]), left: undefined, right: undefined, height: 1, reach: to };
  const order = compare(from, to, node);
  if (order === 0) {
    node.values.add(value);
    return node;
  }
  if (order < 0) node.left = insert(node.left, from, to, value);
  else node.right = insert(node.right, from, to, value);
  return balance(node);
}

function withdraw<T>(node: Node<T> | undefined, from: string, to: string, value: T): Node<T> | undefined {
  if (!node) return undefined;
  const order = compare(from, to, node);
  if (order < 0) node.left = withdraw(node.left, from, to, value);
  else if (order > 0) node.right = withdraw(node.right, from, to, value);
  else {
    node.values.delete(value);
    if (node.values.size === 0) return join(node.left, node.right);
  }
  return balance(node);
}

/** Two branches of a node that is gone, under the first of the right one. */
function join<T>(left: Node<T> | undefined, right: Node<T> | undefined): Node<T> | undefined {
  if (!left || !right) return left ?? right;
  const { first, rest } = takeFirst(right);
  first.left = left;
  first.right = rest;
  return balance(first);
}

function takeFirst<T>(node: Node<T>): { first: Node<T>; rest: Node<T> | undefined } {
  if (!node.left) return { first: node, rest: node.right };
  const { first, rest } = takeFirst(node.left);
  node.left = rest;
  return { first, rest: balance(node) };
}

function collect<T>(node: Node<T> | undefined, point: string, found: T[]): void {
  if (!node || node.reach < point) return;
  collect(node.left, point, found);
  if (node.from > point) return;
  if (node.to >= point) for (const value of node.values) found.push(value);
  collect(node.right, point, found);
}

/** Branches never differ in height by more than one (Adelson-Velsky and Landis). */
function balance<T>(node: Node<T>): Node<T> {
  const lean = heightOf(node.left) - heightOf(node.right);
  if (lean > 1) {
    if (heightOf(node.left!.left) < heightOf(node.left!.right)) node.left = turnLeft(node.left!);
    return turnRight(node);
  }
  if (lean < -1) {
    if (heightOf(node.right!.right) < heightOf(node.right!.left)) node.right = turnRight(node.right!);
    return turnLeft(node);
  }
  return measure(node);
}

function turnRight<T>(node: Node<T>): Node<T> {
  const top = node.left!;
  node.left = top.right;
  top.right = measure(node);
  return measure(top);
}

function turnLeft<T>(node: Node<T>): Node<T> {
  const top = node.right!;
  node.right = top.left;
  top.left = measure(node);
  return measure(top);
}

function measure<T>(node: Node<T>): Node<T> {
  node.height = 1 + Math.max(heightOf(node.left), heightOf(node.right));
  node.reach = node.to;
  for (const branch of [node.left, node.right]) if (branch && branch.reach > node.reach) node.reach = branch.reach;
  return node;
}

function heightOf(node: Node<unknown> | undefined): number {
  return node?.height ?? 0;
}

function compare(from: string, to: string, node: Node<unknown>): number {
  if (from !== node.from) return from < node.from ? -1 : 1;
  if (to !== node.to) return to < node.to ? -1 : 1;
  return 0;
}
