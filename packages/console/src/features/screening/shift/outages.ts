const SHORTEST = 2;
const LONGEST = 300;
const MOST = 20;

/** Outages as typed, one a line; empty lines are none. */
export function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** More than the node takes: too many, or one that is no sentence. */
export function tooLong(lines: string[]): boolean {
  return lines.length > MOST || lines.some(({ length }) => length < SHORTEST || length > LONGEST);
}
