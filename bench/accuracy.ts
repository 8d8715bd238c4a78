import { measureBands, measureFalseAlarms } from './accuracy/bands.ts';
import { cldrPairs } from './accuracy/cldr.ts';
import { accuracyAt, bestThreshold, rounded, type Scored, scorePairs } from './accuracy/figures.ts';
import { aliasPairs, alteredPairs, readUnPersons } from './accuracy/listed.ts';
import { pinyinPairs, readPairs, SCRIPTS, type Split } from './accuracy/pairs.ts';
import { measureBesidePeers } from './accuracy/peers/beside.ts';
import { measureRetrieval } from './accuracy/retrieval.ts';
import { measureWorstInput } from './accuracy/worst-input.ts';
import type { BenchOptions, Row } from './row.ts';

/** F1 to reach per script, where there is a goal. */
const GOALS: Record<string, number> = {
  cyrillic: 0.985,
  arabic: 0.97,
  devanagari: 0.97,
  tamil: 0.96,
  bengali: 0.96,
  hangul: 0.93,
  han: 0.85,
  persons: 0.9,
  pinyin: 0.99,
};

/** Scripts of which names of languages, states and cities are at hand, and none of persons; with CLDR's locale for each. */
const PLACE_NAMES: [string, string][] = [
  ['tamil', 'ta'],
  ['bengali', 'bn'],
];

/**
 * How well names are told apart. Thresholds are chosen on one half of the data, a half told by the
 * name or the person, and judged on the other: `f1_*` at the script's own best threshold, and
 * `f1_all_scripts` at one threshold for all.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const rows: Row[] = [];
  const add = (
    metric: string,
    value: number,
    unit = '',
    budget: number | null = null,
    better: Row['better'] = 'higher',
  ) => rows.push({ metric, value: rounded(value), unit, better, budget, peers: {} });
  const all: { train: Scored[]; test: Scored[] } = { train: [], test: [] };
  const splits: [string, Split][] = [];
  const judge = (name: string, split: Split) => {
    splits.push([name, split]);
    const train = scorePairs(split.train);
    const test = scorePairs(split.test);
    const threshold = bestThreshold(train);
    const { precision, recall, f1 } = accuracyAt(test, threshold);
    log(
      `${name}: ${test.length} pairs, threshold ${threshold}, P ${rounded(precision)} R ${rounded(recall)} F1 ${rounded(f1)}`,
    );
    add(`precision_${name}`, precision);
    add(`recall_${name}`, recall);
    add(`f1_${name}`, f1, '', GOALS[name] ?? null);
    return { train, test };
  };
  for (const script of SCRIPTS) {
    const split = readPairs(script, quick ? 500 : 6_000);
    if (!split) {
      log(`${script}: skipped, ../shared/data/names is not at hand`);
      continue;
    }
    const { train, test } = judge(script, split);
    all.train.push(...train);
    all.test.push(...test);
  }
  const standard = pinyinPairs();
  if (standard) judge('pinyin', standard);
  for (const [script, locale] of PLACE_NAMES) {
    const { train, test } = judge(script, cldrPairs(locale));
    all.train.push(...train);
    all.test.push(...test);
  }
  if (all.test.length > 0) add('f1_all_scripts', accuracyAt(all.test, bestThreshold(all.train)).f1);
  const listed = await readUnPersons();
  if (!listed) {
    log('persons and retrieval: skipped, ../shared/data/lists is not at hand');
    return rows;
  }
  judge('persons', aliasPairs(listed));
  const share = (value: number) => `${rounded(value * 100)} %`;
  for (const { asked, strong, possible, first, firstTen } of measureBands(listed))
    log(
      `${asked}: strong ${share(strong)}, possible ${share(possible)}, first ${share(first)}, in ten ${share(firstTen)}`,
    );
  const alarms = measureFalseAlarms(listed, quick ? 500 : 20_000);
  for (const { asked, strong, possible } of alarms)
    log(`clean travellers, ${asked}: strong ${share(strong)}, possible ${share(possible)}`);
  // What the desk tells its officers (tools/describe-false-alarms.ts): of Latin names and names in their own script the worse.
  for (const facts of [true, false]) {
    for (const band of ['strong', 'possible'] as const) {
      const worse = Math.max(...alarms.filter((row) => row.facts === facts).map((row) => row[band]));
      add(`false_alarms_${facts ? 'with_facts' : 'name_only'}_${band}`, worse * 100_000, 'of 100,000', null, 'lower');
    }
  }
  const retrieved = measureRetrieval(listed, quick ? 2_000 : 1_000_000, quick ? 500 : 20_000);
  add('altered_first', retrieved.first * 100, '%', 99);
  add('altered_first_ten', retrieved.firstTen * 100, '%', 100);
  add('clean_strong', retrieved.strongAlarms * 100, '%', 0.5, 'lower');
  add('clean_shown', retrieved.alarms * 100, '%', null, 'lower');
  const worst = measureWorstInput(listed);
  log(`worst input: ${worst.kind}`);
  add('worst_input_ms', worst.milliseconds, 'ms', null, 'lower');
  splits.push(['altered', alteredPairs(listed)]);
  return [...rows, ...measureBesidePeers(splits, quick ? 20 : 300, log)];
}
