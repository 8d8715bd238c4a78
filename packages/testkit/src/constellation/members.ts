import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Category } from '@entente/contracts/alerts/catalogue';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { lawfulContent } from '../alerts/lawful.ts';
import type { Browser } from '../node.ts';
import { officerWith } from '../officers.ts';
import type { ConstellationNode } from './constellation.ts';

const PROFILE = fileURLToPath(new URL('../../../../profiles/sco-2018/', import.meta.url));
const read = <Value>(file: string) => JSON.parse(readFileSync(`${PROFILE}${file}.json`, 'utf8')) as Value;
const CATEGORIES = read<Category[]>('categories');
const STATES = read<{ iso2: string; iso3: string }[]>('states');

/** The officers of a node that stories between nodes are told with. */
export interface Cast {
  author: Browser;
  reviewer: Browser;
  border: Browser;
}

export async function castOf({ node }: ConstellationNode): Promise<Cast> {
  return {
    author: await node.signIn(officerWith('contact-point-officer')),
    reviewer: await node.signIn(officerWith('reviewer')),
    border: await node.signIn(officerWith('border-officer')),
  };
}

/** What a member may lawfully write; the same for the same seed. */
export function lawfulOf(
  { state, clock }: Pick<ConstellationNode, 'state' | 'clock'>,
  category: string,
  seed: number,
  wish: Partial<Parameters<typeof lawfulContent>[2]> = {},
): AlertContent {
  const iso3 = STATES.find(({ iso2 }) => iso2 === state)!.iso3;
  const found = CATEGORIES.find(({ id }) => id === category)!;
  return lawfulContent(found, seed, { now: clock.now(), state: { iso3 }, ...wish });
}
