import type { Candidate } from '@entente/contracts/screening';

/** What is said where an action could do harm to somebody who should be left alone. */
export const CAUTIONS = {
  'document-never-detains': 'caution.document-never-detains',
  'list-never-detains': 'caution.list-never-detains',
  victim: 'caution.victim',
} as const satisfies Record<NonNullable<Candidate['caution']>, string>;

/** The evidence takes something from several identities of the person: no single one carries it. */
export function mixesIdentities({ identities }: Pick<Candidate, 'identities'>): boolean {
  return new Set(identities).size > 1;
}

/** The one identity all evidence is about, where it is not a confirmed one; a misused one has a caution of its own. */
export function onlyIdentity({ identities, caution }: Pick<Candidate, 'identities' | 'caution'>) {
  const distinct = new Set(identities);
  const [only] = distinct;
  if (distinct.size !== 1 || !only || only === 'confirmed' || caution === 'victim') return null;
  return only;
}
