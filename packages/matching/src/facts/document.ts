import { foldDocumentNumber, foldLookAlikes } from '../document-number.ts';
import type { DocumentEvidence, IndexedDocument, MatchQuery } from '../model.ts';

/** Shorter numbers, and numbers with fewer digits, are no evidence: lists print `1` and `none`. */
const SHORTEST = 4;
const SHORTEST_LOOK_ALIKE = 6;

/** Whether a folded number says enough to be looked up. */
export function isTelling(folded: string): boolean {
  return folded.length >= SHORTEST && /\d\D*\d/u.test(folded);
}

/**
 * Compares the documents asked for with those held. `matches`: the same number, and no other issuer;
 * `partial`: the same number of another issuer; `near`: the same but for optical look-alikes.
 */
export function compareDocuments(asked: MatchQuery['documents'], held: IndexedDocument[]): DocumentEvidence[] {
  const found: DocumentEvidence[] = [];
  for (const query of asked ?? []) {
    const number = foldDocumentNumber(query.number);
    if (!isTelling(number)) continue;
    for (const listed of held) {
      const verdict = verdictOn(number, query.country, listed);
      if (verdict)
        found.push({ kind: 'document', verdict, query: query.number, listed: listed.number, type: listed.type });
    }
  }
  return found;
}

function verdictOn(
  number: string,
  country: string | undefined,
  listed: IndexedDocument,
): 'matches' | 'partial' | 'near' | undefined {
  const other = foldDocumentNumber(listed.number);
  const sameIssuer = country === undefined || listed.country === undefined || country === listed.country;
  if (number === other) return sameIssuer ? 'matches' : 'partial';
  if (number.length < SHORTEST_LOOK_ALIKE || !sameIssuer) return undefined;
  return foldLookAlikes(number) === foldLookAlikes(other) ? 'near' : undefined;
}
