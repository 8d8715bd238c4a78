import type { Candidate } from '@entente/contracts/screening';

/** The name that met, in its original script, comes before the primary name. */
export function namesOf({ name, evidence }: Pick<Candidate, 'name' | 'evidence'>): { name: string; latin?: string } {
  const original = evidence.find((piece) => piece.kind === 'name' && piece.nameKind === 'original-script');
  return original?.kind === 'name' && original.listed !== name ? { name: original.listed, latin: name } : { name };
}
