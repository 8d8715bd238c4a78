import type { Band, Candidate } from '@entente/contracts/screening';

/** Candidates that read as one: several alerts and entries on what looks like one person. */
export interface Group {
  key: string;
  /** Of its best candidate; the group stands where that one stands. */
  band: Band;
  /** In the order given. */
  candidates: Candidate[];
}

/**
 * Lays together what is about one person: the same document number, or the same name with the same birth date.
 * The order of the answer stays, as it says which action comes first.
 */
export function groupCandidates(candidates: Candidate[]): Group[] {
  const groups: (Group & { signs: Set<string> })[] = [];
  for (const candidate of candidates) {
    const signs = signsOf(candidate);
    const [first, ...others] = groups.filter((group) => signs.some((sign) => group.signs.has(sign)));
    if (!first) {
      groups.push({ key: candidate.key, band: candidate.band, candidates: [candidate], signs: new Set(signs) });
      continue;
    }
    // One candidate may show that two groups were about one person all along.
    for (const other of others) {
      first.candidates.push(...other.candidates);
      for (const sign of other.signs) first.signs.add(sign);
      groups.splice(groups.indexOf(other), 1);
    }
    first.candidates.push(candidate);
    for (const sign of signs) first.signs.add(sign);
  }
  const place = new Map(candidates.map((candidate, index) => [candidate, index]));
  return groups.map(({ signs: _, ...group }) => ({
    ...group,
    candidates: group.candidates.toSorted((left, right) => place.get(left)! - place.get(right)!),
  }));
}

/** ISO codes of the states whose alerts a group holds, in the order they stand. */
export function ownersOf({ candidates }: Group): string[] {
  return [...new Set(candidates.flatMap(({ source }) => (source.kind === 'alert' ? [source.owner] : [])))];
}

/** What tells a person: a number that agrees, or a name with a birth date. Objects and papers stand alone. */
function signsOf({ kind, name, evidence }: Candidate): string[] {
  if (kind !== 'person') return [];
  const births = evidence.flatMap((piece) => (piece.kind === 'birth-date' ? piece.listed : []));
  const names = [name, ...evidence.flatMap((piece) => (piece.kind === 'name' ? [piece.listed] : []))];
  const numbers = evidence.flatMap((piece) =>
    piece.kind === 'document' && piece.verdict === 'matches' ? [`number ${fold(piece.listed)}`] : [],
  );
  return [...numbers, ...names.flatMap((one) => births.map((birth) => `name ${fold(one)} ${birth}`))];
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
