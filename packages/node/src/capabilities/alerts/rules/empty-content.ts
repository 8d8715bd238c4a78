import type { AlertKind } from '@entente/contracts/alerts/catalogue';
import type { AlertContent, AlertSubject } from '@entente/contracts/alerts/content';

/** What is left of a content once it is erased: which kind of thing an alert of which category was about. */
export function emptyContent(category: string, kind: AlertKind): AlertContent {
  return { category, subject: emptySubject(kind), ground: {} };
}

function emptySubject(kind: AlertKind): AlertSubject {
  if (kind === 'person') return { kind, identities: [] };
  if (kind === 'organisation') return { kind, names: [], identifiers: [], addresses: [] };
  return { kind };
}
