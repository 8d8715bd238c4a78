import type { Row } from '../../row.ts';
import { accuracyAt, bestThreshold, rounded, type Scored, scorePairs } from '../figures.ts';
import type { LabelledPair, Split } from '../pairs.ts';
import { missingNomenklatura, scoreByNomenklatura } from './nomenklatura.ts';

/** The same pairs for every peer, each at the threshold that is best for it on the half where thresholds are chosen. */
export function measureBesidePeers(splits: [string, Split][], most: number, log: (line: string) => void): Row[] {
  // watchman's Go module is refused by the module proxy (403, 2026-11-26), so that it cannot be run beside.
  log('watchman: left out, its Go module is not to be had');
  const missing = missingNomenklatura();
  if (missing !== undefined) {
    log(`logic-v2: left out, ${missing}`);
    return [];
  }
  const taken = splits.map(([name, { train, test }]) => ({
    name,
    train: thinned(train, most),
    test: thinned(test, most),
  }));
  // One process for all: starting it takes longer than a thousand pairs.
  const scores = scoreByNomenklatura(taken.flatMap(({ train, test }) => [...train, ...test]));
  let at = 0;
  const next = (pairs: LabelledPair[]) => pairs.map(({ same }): Scored => ({ score: scores[at++]!, same }));
  return taken.map(({ name, train, test }) => {
    const own = f1Of(scorePairs(train), scorePairs(test));
    const peer = f1Of(next(train), next(test));
    log(
      `${name}, ${test.length} pairs beside logic-v2: ${rounded(own)} against ${rounded(peer)}${peer > 0 ? `, ratio ${rounded(own / peer)}` : ''}`,
    );
    return {
      metric: `f1_${name}_beside`,
      value: rounded(own),
      unit: '',
      better: 'higher',
      budget: null,
      peers: { 'logic-v2': rounded(peer) },
    };
  });
}

function f1Of(train: Scored[], test: Scored[]): number {
  return accuracyAt(test, bestThreshold(train)).f1;
}

function thinned(pairs: LabelledPair[], most: number): LabelledPair[] {
  if (pairs.length <= most) return pairs;
  return Array.from({ length: most }, (_, at) => pairs[Math.floor((at * pairs.length) / most)]!);
}
