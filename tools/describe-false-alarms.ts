import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './checks/files.ts';

interface Result {
  rows: { metric: string; value: number }[];
}

/** Numbers that `bench -- screening` looks up among 90 million. */
const NUMBERS_LOOKED_UP = 1_000_000;

/** packages/contracts/src/screening/false-alarms.ts: how often each band was wrong, from the last results of the benchmarks. */
export async function describeFalseAlarms(): Promise<string> {
  const [accuracy, screening] = [await readResult('accuracy'), await readResult('screening')];
  const alarms = (asked: string) =>
    `{ strong: ${accuracy(`false_alarms_${asked}_strong`)}, possible: ${accuracy(`false_alarms_${asked}_possible`)} }`;
  return `/* Made from bench/results/accuracy.json and bench/results/screening.json by \`npm run generate\`. */

/**
 * How many false alarms each band gave when it was measured. Of so many invented clean travellers of the region, those who met somebody of
 * the UN list: by name, birth date, nationality and sex, and by name alone, in Latin letters or their own script, whichever was worse. Of so
 * many document numbers looked up among 90 million, those that met another's, or missed their own.
 */
export const FALSE_ALARMS = {
  travellers: 100_000,
  withFacts: ${alarms('with_facts')},
  nameOnly: ${alarms('name_only')},
  numbers: { of: ${NUMBERS_LOOKED_UP.toLocaleString('en').replaceAll(',', '_')}, wrong: ${screening('documents_90m_wrong')} },
} as const;
`;
}

async function readResult(name: string): Promise<(metric: string) => number> {
  const { rows } = JSON.parse(await readFile(join(ROOT, 'bench', 'results', `${name}.json`), 'utf8')) as Result;
  return (metric) => {
    const row = rows.find((one) => one.metric === metric);
    if (!row) throw new Error(`bench/results/${name}.json has no row ${metric}`);
    return row.value;
  };
}
