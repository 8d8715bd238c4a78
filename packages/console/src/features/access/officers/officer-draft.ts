import type { Role } from '@entente/contracts/access';
import type { OfficerForm } from '@entente/contracts/access/officers';
import type { AuthorityChoice } from '../../../api/officers.ts';

/** Chosen in place of an authority's id; no id looks like it. */
export const NEW_AUTHORITY = '+';

/** An authority as chosen or typed. */
export interface AuthorityDraft {
  chosen: string;
  id: string;
  en: string;
  ru: string;
  zh: string;
}

/** An officer as typed, not yet entered; kept by the page, so that a closed form loses nothing. */
export interface OfficerDraft {
  name: string;
  displayName: string;
  authority: AuthorityDraft;
  roles: Role[];
}

export type AuthorityFault = 'none' | 'id' | 'names';

/** What is wrong with a draft, by field. */
export interface DraftFaults {
  name?: true;
  displayName?: true;
  authority?: AuthorityFault;
  roles?: true;
}

export const NO_AUTHORITY: AuthorityDraft = { chosen: '', id: '', en: '', ru: '', zh: '' };
export const NO_OFFICER: OfficerDraft = { name: '', displayName: '', authority: NO_AUTHORITY, roles: [] };

export function authorityFault({ chosen, id, en, ru, zh }: AuthorityDraft): AuthorityFault | undefined {
  if (chosen === '') return 'none';
  if (chosen !== NEW_AUTHORITY) return undefined;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id.trim())) return 'id';
  return [en, ru, zh].some((name) => name.trim() === '') ? 'names' : undefined;
}

export function draftFaults(draft: OfficerDraft): DraftFaults {
  const authority = authorityFault(draft.authority);
  return {
    ...(!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(signInName(draft)) && { name: true }),
    ...(draft.displayName.trim() === '' && { displayName: true }),
    ...(authority && { authority }),
    ...(draft.roles.length === 0 && { roles: true }),
  };
}

/** The authority of a draft without faults. */
export function authorityOf({ chosen, id, en, ru, zh }: AuthorityDraft): AuthorityChoice {
  if (chosen !== NEW_AUTHORITY) return { authority: chosen };
  return { authority: id.trim(), authorityNames: { en: en.trim(), ru: ru.trim(), zh: zh.trim() } };
}

/** The entry that a draft without faults asks for. */
export function formOf(draft: OfficerDraft): OfficerForm {
  return {
    name: signInName(draft),
    displayName: draft.displayName.trim(),
    ...authorityOf(draft.authority),
    roles: draft.roles,
  };
}

/** Sign-in names are small letters however they are typed. */
function signInName({ name }: OfficerDraft): string {
  return name.trim().toLowerCase();
}
