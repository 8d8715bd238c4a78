import type { RotationReport } from '@entente/node/capabilities/access/index';

/** A key as `entente keys show` tells of it. */
export interface ShownKey {
  key: string;
  state: 'seals' | 'opens' | 'missing';
  records: number;
  tables: { table: string; column: string; records: number }[];
}

const STATES: Record<ShownKey['state'], string> = {
  seals: 'seals and opens',
  opens: 'opens',
  missing: 'MISSING from the key file: what it sealed cannot be read',
};

/** The keys, and what needs them. */
export function describeKeys(keys: ShownKey[]): string {
  const lines = keys.flatMap(({ key, state, records, tables }) => [
    `${key}  ${STATES[state]}; ${count(records)}`,
    ...tables.map(({ table, column, records: rows }) => `  ${table}${ofColumn(column)}  ${rows}`),
  ]);
  return `${lines.join('\n')}\n`;
}

/** What a rotation came to, and what is left to do. */
export function describeRotation({ key, rewrapped, unopened, left, retired, tookMs }: RotationReport): string {
  const seconds = tookMs / 1000;
  const lines = [
    `The key ${key} seals; ${count(rewrapped)} wrapped anew in ${seconds.toFixed(1)} s, ${Math.round(rewrapped / Math.max(seconds, 0.001))} a second.`,
  ];
  if (left > 0) lines.push(`${count(left)} were held by others and are under another key: run it again.`);
  if (unopened > 0) lines.push(`${count(unopened)} open by no key of the file. Run: entente audit verify`);
  if (retired.length > 0) lines.push(`Gone for good: ${retired.join(', ')}.`);
  lines.push('Back the key file up now: without it what was sealed since cannot be read.');
  return `${lines.join('\n')}\n`;
}

function ofColumn(column: string): string {
  return column === 'personal' ? '' : `.${column}`;
}

function count(records: number): string {
  return `${records} ${records === 1 ? 'record' : 'records'}`;
}
