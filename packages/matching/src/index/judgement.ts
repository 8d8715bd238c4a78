import { compareBirthDates, readListedDate } from '../facts/birth-date.ts';
import { compareDocuments } from '../facts/document.ts';
import { compareNationalNumbers } from '../facts/national-number.ts';
import {
  bandOf,
  compareNationality,
  compareSex,
  type Findings,
  weigh,
  weighExactDocument,
  weighNearDocument,
} from '../facts/weighing.ts';
import type {
  DocumentEvidence,
  Evidence,
  FactEvidence,
  IndexedSubject,
  Match,
  MatchQuery,
  NameEvidence,
} from '../model.ts';
import type { Similarity } from '../names/alignment.ts';
import { compareNormalNames } from '../names/compare.ts';
import { normalName } from '../names/normal-name.ts';
import type { Token } from '../names/token.ts';
import type { QueriedFacts } from './facts.ts';
import type { Comparable } from './refinement.ts';

/** A query with what is read of it once. */
export interface ReadQuery {
  query: MatchQuery;
  names: { written: string; tokens: Token[] }[];
  facts: QueriedFacts;
  /** Remembers for the whole search, whose candidates have the same few names among them. */
  similarity: Similarity;
}

/** Judges one subject in full, with its reasons; undefined when it is no candidate. `names`: those worth comparing. */
export function judge(read: ReadQuery, subject: IndexedSubject, names: Comparable[]): Match | undefined {
  const { query } = read;
  const documents = compareDocuments(query.documents, subject.documents);
  const birth = compareBirthDates(
    read.facts.birthDate,
    subject.birthDates.map(readListedDate).filter((date) => date !== undefined),
  );
  const nationality = compareNationality(query.nationality, subject.nationalities);
  const sex = compareSex(query.sex, subject.sex);
  const findings: Findings = {
    birthDate: birth.value,
    nationality: nationality.value,
    sex: sex.value,
    document: documentValue(documents),
  };
  const best = bestName(read, subject, names, findings);
  const byName = best?.weighed ?? 0;
  const exact = documents.some(({ verdict }) => verdict === 'matches');
  const score = exact ? weighExactDocument(byName) : weighNearDocument(byName, findings.document);
  const band = exact ? 'exact-document' : bandOf(score, best?.evidence.quality === 'low');
  if (band === undefined) return undefined;
  const evidence: Evidence[] = [
    ...documents,
    ...(best ? [best.evidence] : []),
    ...compareNationalNumbers(query, subject),
    ...factEvidence('birth-date', birth, query.birthDate, subject.birthDates.map(dateText)),
    ...factEvidence('nationality', nationality, query.nationality, subject.nationalities),
    ...factEvidence('sex', sex, query.sex, subject.sex ? [subject.sex] : []),
  ];
  return { id: subject.id, score: Math.round(score * 10_000) / 10_000, band, evidence };
}

function bestName(
  read: ReadQuery,
  subject: IndexedSubject,
  names: Comparable[],
  findings: Findings,
): { weighed: number; evidence: NameEvidence } | undefined {
  let best: { weighed: number; evidence: NameEvidence } | undefined;
  for (const { place, asked: worth, most = 1 } of names) {
    if (best && weigh(most, findings, false) < best.weighed) continue;
    const listed = subject.names[place]!;
    const tokens = normalName(listed.full);
    for (const asked of worth ? worth.map((at) => read.names[at]!) : read.names) {
      const compared = compareNormalNames(asked.tokens, tokens, read.query.nameTruncated === true, read.similarity);
      const weighed = weigh(compared.score, findings, listed.quality === 'low');
      if (best && weighed <= best.weighed) continue;
      const { full, kind: nameKind, quality } = listed;
      best = {
        weighed,
        evidence: { kind: 'name', query: asked.written, listed: full, nameKind, quality, ...compared },
      };
    }
  }
  return best;
}

function documentValue(documents: DocumentEvidence[]): number {
  if (documents.some(({ verdict }) => verdict === 'near')) return 1;
  return documents.some(({ verdict }) => verdict === 'partial') ? 0.5 : 0;
}

function factEvidence(
  kind: FactEvidence['kind'],
  { verdict, how }: { verdict: FactEvidence['verdict']; how?: string },
  query: string | undefined,
  listed: string[],
): FactEvidence[] {
  if (query === undefined && listed.length === 0) return [];
  const evidence: FactEvidence = { kind, verdict, listed };
  if (query !== undefined) evidence.query = query;
  if (how !== undefined) evidence.how = how;
  return [evidence];
}

function dateText({ date, to }: { date: string; to?: string }): string {
  return to === undefined ? date : `${date}/${to}`;
}
