import type { Row } from './row.ts';

/** A benchmark's result as a table for people: value, budget, whether it is met, and each peer with its ratio. */
export function renderTable(result: { name: string; at: string; machine: string; rows: Row[] }): string {
  const head = ['metric', 'value', 'unit', 'budget', '', 'peers'];
  const body = result.rows.map((row) => [
    row.metric,
    figure(row.value),
    row.unit,
    row.budget === null ? '' : `${row.better === 'lower' ? '≤' : '≥'} ${figure(row.budget)}`,
    row.budget === null ? '' : isWithin(row) ? 'met' : 'NOT MET',
    Object.entries(row.peers)
      .map(([peer, value]) => `${peer} ${figure(value)} (× ${figure(value / row.value)})`)
      .join(', '),
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...body.map((cells) => cells[at]?.length ?? 0)));
  const lines = [head, ...body].map((cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${result.name}, ${result.at}\n${result.machine}\n\n${lines.join('\n')}\n`;
}

function isWithin(row: Row): boolean {
  if (row.budget === null) return true;
  return row.better === 'lower' ? row.value <= row.budget : row.value >= row.budget;
}

function figure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toString();
  return Number(value.toPrecision(3)).toString();
}
