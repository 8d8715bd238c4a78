import type { CheckRequest, ObjectScheme, ReadAs } from '@entente/contracts/screening';

export type NumberKind = ObjectScheme | 'document';

/** What a number was taken for, the node's first guess first; empty: nothing here can be narrowed. */
export function possibleSchemes({ kind, documentNumber, object }: ReadAs): NumberKind[] {
  const schemes = (object?.schemes ?? []) as NumberKind[];
  const papers: NumberKind[] = documentNumber === undefined ? [] : ['document'];
  if (kind === 'document') return [...new Set([...papers, ...schemes])];
  return kind === 'object' ? [...new Set([...schemes, ...papers])] : [];
}

/** The same number asked as one thing alone, of one country where that is known. */
export function narrowed(readAs: ReadAs, kind: NumberKind, country: string): CheckRequest | null {
  const number = readAs.object?.number ?? readAs.documentNumber;
  if (number === undefined) return null;
  if (kind === 'document') return { by: 'document', number, ...(country && { issuer: country }) };
  return { by: 'object', scheme: kind, number, ...(country && { country }) };
}
