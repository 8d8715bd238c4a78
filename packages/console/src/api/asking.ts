import type { PURPOSE_HEADERS } from '@entente/contracts/access';
import { createStore } from './store.ts';

/** Why this tab asks for personal data: said with every request, shown in the header. */
export interface AskingFor {
  officerId: string;
  purpose: string;
  legalBasis: string;
  caseReference: string;
}

const KEY = 'entente.asking';
const HEADERS: typeof PURPOSE_HEADERS = {
  purpose: 'entente-purpose',
  legalBasis: 'entente-legal-basis',
  caseReference: 'entente-case',
};

/** Kept in sessionStorage: it ends with the tab and is never shared between tabs. */
export const askingFor = createStore<AskingFor | null>(remembered());

/** The case an officer comes from and is about to work in elsewhere: offered where a case is stated, and kept nowhere. */
export const carriedCase = createStore<string | null>(null);

function remembered(): AskingFor | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as AskingFor | null;
  } catch {
    return null;
  }
}

export function askFor(asking: AskingFor | null): void {
  askingFor.set(asking);
  carriedCase.set(null);
  try {
    if (asking) sessionStorage.setItem(KEY, JSON.stringify(asking));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage shut off by policy: the choice holds until the page is left.
  }
}

export function purposeHeaders(): Record<string, string> {
  const asking = askingFor.get();
  if (!asking) return {};
  return {
    [HEADERS.purpose]: asking.purpose,
    [HEADERS.legalBasis]: asking.legalBasis,
    ...(asking.caseReference ? { [HEADERS.caseReference]: encodeURIComponent(asking.caseReference) } : {}),
  };
}
