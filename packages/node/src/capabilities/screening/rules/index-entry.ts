import type { Identity, ListedName, ListedSubject } from '@entente/contracts/alerts';
import type { IndexedSubject } from '@entente/matching';
import type { CorrectedSubject } from '../../alerts/index.ts';
import type { Listing } from '../model/found.ts';

/** What the index keeps of a listed subject, all its identities together; `id` is the index's key for it. */
export function indexEntry(id: string, subject: ListedSubject): IndexedSubject {
  const from = <Part>(part: (identity: Identity) => Part[]): Part[] => subject.identities.flatMap(part);
  const sexes = new Set(subject.identities.map((identity) => identity.sex));
  const [sex] = sexes;
  return {
    id,
    kind: subject.kind,
    names: from((identity) => identity.names),
    birthDates: from((identity) => identity.birthDates),
    nationalities: from((identity) => identity.nationalities),
    documents: from((identity) => identity.documents),
    // Identities that disagree on the sex tell nothing about it.
    ...(sexes.size === 1 && sex !== undefined && { sex }),
  };
}

/** What the desk shows of it. */
export function listingOf(subject: CorrectedSubject): Listing {
  const { list, ref, citation, kind, programmes, corrections } = subject;
  const name = primaryName(subject.identities.flatMap(({ names }) => names))?.full ?? ref;
  return {
    list,
    ref,
    ...(citation !== undefined && { citation }),
    kind,
    name,
    programmes,
    ...(corrections && { corrections }),
  };
}

/** The name a subject goes by: the first primary one, or else the first. */
export function primaryName(names: ListedName[]): ListedName | undefined {
  return names.find(({ kind }) => kind === 'primary') ?? names[0];
}
