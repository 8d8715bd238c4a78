/** The addresses a node answers, to tell "nothing here" from "not by that method". */
export interface Addresses {
  add(method: string | string[], pattern: string): void;
  /** Methods that some route at this path takes, in alphabetical order. */
  methodsOf(path: string): string[];
}

export function createAddresses(): Addresses {
  const routes: { methods: string[]; shape: RegExp }[] = [];
  return {
    add(method, pattern) {
      if (pattern === '*' || pattern === '/*') return;
      routes.push({ methods: [method].flat(), shape: shapeOf(pattern) });
    },
    methodsOf(path) {
      const methods = routes.filter(({ shape }) => shape.test(path)).flatMap((route) => route.methods);
      return [...new Set(methods)].sort();
    },
  };
}

/** `/lists/:id/basis` and `/files/*` as expressions. */
function shapeOf(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/:[A-Za-z]+/g, '[^/]+')
    .replaceAll('*', '.*');
  return new RegExp(`^${source}/?$`);
}
