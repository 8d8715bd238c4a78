import type { VersionKind } from '@entente/contracts/alerts/alert';
import type { AlertKind, Category, OffenceKind } from '@entente/contracts/alerts/catalogue';
import type { AlertContent, AlertSubject } from '@entente/contracts/alerts/content';
import type { LawfulWish } from './lawful.ts';

/** How one rule is broken, and nothing else: in what is otherwise lawful. */
export interface Spoiling {
  category: string;
  kind?: AlertKind;
  minor?: boolean;
  offence?: OffenceKind;
  /** For what only an amendment or an extension can do; the lawful content is then the one in force. */
  version?: VersionKind;
  /** Where the shipped profile would refuse it by another rule first: a profile that does not. */
  profile?(categories: Category[]): void;
  spoil(content: AlertContent, at: SpoiledAt): void;
}

/** Days around now, and lawful parts of other alerts. */
export interface SpoiledAt {
  day(offset: number): string;
  lawful(category: string, wish?: Partial<LawfulWish>): AlertContent;
}

/** The subject, of the kind the example is about. */
export function subjectOf<Kind extends AlertKind>(
  { subject }: AlertContent,
  kind: Kind,
): Extract<AlertSubject, { kind: Kind }> {
  if (subject.kind !== kind) throw new Error(`The example is about a ${subject.kind}, not a ${kind}`);
  return subject as Extract<AlertSubject, { kind: Kind }>;
}

/** The first identity of a person. */
export function identityOf(content: AlertContent) {
  return subjectOf(content, 'person').identities[0]!;
}

export function offenceOf({ ground }: AlertContent) {
  return ground.offence!;
}

export function violentActOf(content: AlertContent) {
  return offenceOf(content).violentAct!;
}
