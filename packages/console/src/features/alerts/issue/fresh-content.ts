import type { AlertKind, Category } from '@entente/contracts/alerts/catalogue';
import type { AlertContent, AlertSubject } from '@entente/contracts/alerts/content';

/** What a new draft begins with: the category, an empty subject, and the action where there is only one. */
export function freshContent(category: Category, kind: AlertKind, state: string): AlertContent {
  return {
    category: category.id,
    subject: freshSubject(kind, state),
    ground: {},
    ...(category.actions.length === 1 ? { action: category.actions[0]! } : {}),
  };
}

function freshSubject(kind: AlertKind, state: string): AlertSubject {
  switch (kind) {
    case 'person':
      return {
        kind,
        identities: [
          { status: 'confirmed', names: [], birthDates: [], birthPlaces: [], nationalities: [], documents: [] },
        ],
      };
    case 'organisation':
      return { kind, names: [], identifiers: [], addresses: [] };
    case 'document':
    case 'blank-documents':
      // A state enters only documents that it issued.
      return { kind, issuer: state };
    default:
      return { kind };
  }
}
