import type { Alike, Submission } from '@entente/contracts/alerts/alert';
import { BESIDES } from './fitting.ts';
import { type Tree, textAt } from './tree.ts';

type Named = Pick<Alike, 'source' | 'ref'>;

/** Where the form holds why somebody alike is another. */
export function consideredPointer({ source, ref }: Named): string {
  return `${BESIDES}/${encodeURIComponent(`${source} ${ref}`)}`;
}

/** Those alike with why they are others, as far as it is written. */
export function consideredOf(tree: Tree, alike: readonly Named[]): Submission['considered'] {
  return alike
    .map(({ source, ref }) => ({ source, ref, why: textAt(tree, consideredPointer({ source, ref })).trim() }))
    .filter(({ why }) => why !== '');
}
