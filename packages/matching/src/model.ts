import type { CheckDigitVerdict } from './identifiers/scheme.ts';
import type { NationalScheme } from './national-numbers/scheme.ts';
import type { Sex } from './sex.ts';

export type { Sex } from './sex.ts';

import type { IndexMemory } from './memory/index-memory.ts';

/** What a subject is; a person's index entry and a vessel's are searched alike. */
export type SubjectKind = 'person' | 'organisation' | 'vessel' | 'aircraft';

/** Where a name comes from on its list. */
export type NameKind = 'primary' | 'alias' | 'former' | 'original-script';

/** `low`: the list itself calls the alias weak. */
export type NameQuality = 'good' | 'low';

/** A name as a list writes it. `parts` only where the list itself separates them. */
export interface IndexedName {
  full: string;
  parts?: { given?: string; middle?: string; family?: string };
  kind: NameKind;
  quality: NameQuality;
}

/** A birth date as far as known (`1971`, `1971-04`, `1971-04-28`); `to` closes a range. */
export interface IndexedBirthDate {
  date: string;
  to?: string;
  circa?: boolean;
}

/** A document as its list prints it; `country` is ISO 3166-1 alpha-3. */
export interface IndexedDocument {
  type: string;
  number: string;
  country?: string;
}

/** What the index keeps of a subject. `id` is the caller's own and unique in the index. */
export interface IndexedSubject {
  id: string;
  kind: SubjectKind;
  names: IndexedName[];
  birthDates: IndexedBirthDate[];
  /** ISO 3166-1 alpha-3. */
  nationalities: string[];
  sex?: Sex;
  documents: IndexedDocument[];
}

/** A question to the index. All `names` are ways to write one person's name. */
export interface MatchQuery {
  names: string[];
  /** `1971`, `1971-04` or `1971-04-28`. */
  birthDate?: string;
  /** ISO 3166-1 alpha-3. */
  nationality?: string;
  sex?: Sex;
  documents?: { number: string; country?: string }[];
  /** The names come from a machine-readable zone whose name field was full, so that they may be cut. */
  nameTruncated?: boolean;
}

/** How one token stands to another; the words an officer reads are the console's. */
export type TokenHow = 'same' | 'script' | 'spelling' | 'initial' | 'variant' | 'absent' | 'extra' | 'differs';

/** One token of the query's name against one token of the listed name; `similarity` 0 to 1. */
export interface TokenEvidence {
  query?: string;
  listed?: string;
  how: TokenHow;
  similarity: number;
  /** Either was written with letters of another script that are drawn alike: a slip of the hand, or a disguise. */
  disguised?: true;
}

export type Verdict = 'matches' | 'partial' | 'near' | 'contradicts' | 'unknown';

export interface NameEvidence {
  kind: 'name';
  query: string;
  listed: string;
  nameKind: NameKind;
  quality: NameQuality;
  tokens: TokenEvidence[];
  score: number;
}

export interface DocumentEvidence {
  kind: 'document';
  verdict: Verdict;
  query: string;
  listed: string;
  type: string;
}

export interface FactEvidence {
  kind: 'birth-date' | 'nationality' | 'sex';
  verdict: Verdict;
  query?: string;
  listed: string[];
  /** Birth date only: `day-month-swapped`, `off-by-one`, `same-year`, `year-within-range`, `other-calendar`. */
  how?: string;
}

/** What the number of a paper says of its bearer by itself; the verdict is against what is held. */
export interface NationalNumberEvidence {
  kind: 'national-number';
  verdict: Verdict;
  query: string;
  scheme: NationalScheme;
  checkDigit: CheckDigitVerdict;
  birthDate?: string;
  sex?: Sex;
  /** It says another birth date or sex than the question states. */
  otherThanStated?: true;
}

/** One piece of evidence for or against a match. */
export type Evidence = NameEvidence | DocumentEvidence | NationalNumberEvidence | FactEvidence;

/** `exact-document`: a document number agrees; the others by score. */
export type Band = 'exact-document' | 'strong' | 'possible';

/** A subject that may be the one asked for. `score` 0 to 1. */
export interface Match {
  id: string;
  score: number;
  band: Band;
  evidence: Evidence[];
}

/** What can be asked of an index. */
export interface NameSearch {
  /** Subjects held. */
  readonly size: number;
  /** Changes in force: rises with each addition and each removal. */
  readonly changes: number;
  /** The best matches, best first; exact documents before names. `limit` defaults to 10. */
  search(query: MatchQuery, options?: { limit?: number }): Match[];
}

/** A memory written anew, and how many changes of the old one are in it. */
export interface IndexCopy {
  memory: IndexMemory;
  changes: number;
}

/** The index: every change answers the next search. */
export interface NameIndex extends NameSearch {
  /** Where it lies; other threads may search it there (`attachIndex`). */
  readonly memory: IndexMemory;
  /** Subjects that ended and still take up room, until a copy of the memory takes its place. */
  readonly ended: number;
  /** Adds a subject, or replaces the one of the same id. */
  add(subject: IndexedSubject): void;
  /** Removes a subject; false when there is none of this id. */
  remove(id: string): boolean;
  /** Goes on in a copy of its memory (`copyIndex`), with what changed since the copy was begun. */
  adopt(copy: IndexCopy): void;
}
