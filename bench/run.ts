import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchOptions, Row } from './row.ts';
import { renderTable } from './table.ts';

/** `npm run bench -- NAME [--json] [--quick]`: runs one benchmark, prints its rows, keeps them in bench/results/. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' } },
});
const name = positionals[0];
const folder = new URL('./', import.meta.url);
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !['run.ts', 'row.ts', 'table.ts', 'percentile.ts'].includes(file))
  .map((file) => file.slice(0, -3));

if (!name || !known.includes(name) || !existsSync(new URL(`${name}.ts`, folder))) {
  console.error(`Usage: npm run bench -- NAME [--json] [--quick]\nBenchmarks: ${known.join(', ')}`);
  process.exit(2);
}

const bench = (await import(new URL(`${name}.ts`, folder).href)) as { run(options: BenchOptions): Promise<Row[]> };
const log = (line: string) => process.stderr.write(`${line}\n`);
const rows = await bench.run({ quick: values.quick === true, log });
const result = { name, at: new Date().toISOString(), machine: describeMachine(), rows };

// A quick run shows that the benchmark works; it is no measurement and replaces none.
if (!values.quick) {
  mkdirSync(new URL('results/', folder), { recursive: true });
  writeFileSync(new URL(`results/${name}.json`, folder), `${JSON.stringify(result, null, 2)}\n`);
}
process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : renderTable(result));
process.exit(0);

function describeMachine(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${process.version}`;
}
