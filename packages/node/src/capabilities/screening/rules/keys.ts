import { foldDocumentNumber } from '@entente/matching';
import type { Question } from '../model/question.ts';

/** What the same question is known by, however it was typed; for a keyed hash, never to be kept as it is. */
export function questionKey({ readAs, query, numbers }: Question): string {
  const names = query.names.map(foldName).sort();
  const documents = [...(query.documents ?? []).map(({ number }) => number), ...numbers.map(({ value }) => value)];
  return JSON.stringify([
    readAs.kind,
    names,
    query.birthDate ?? '',
    [...new Set(documents.map(foldDocumentNumber))].sort(),
  ]);
}

/** What a document shown is known by: number and issuer. Undefined where none was. */
export function documentKey({ readAs, query }: Question): string | undefined {
  const [document] = query.documents ?? [];
  if (readAs.documentNumber === undefined || !document) return undefined;
  return `${foldDocumentNumber(document.number)}/${document.country ?? ''}`;
}

/** A document and a candidate together; for a keyed hash. */
export function pairKey(document: string, candidate: string): string {
  return `${document}/${candidate}`;
}

/** The words of a name in one order and one case. */
function foldName(name: string): string {
  return name.normalize('NFKC').toUpperCase().split(/\s+/u).filter(Boolean).sort().join(' ');
}
