import { actionOf, type Breach, type Circumstances, type ContentCheck, categoryOf } from '../case.ts';
import { breachIf, isBlank, requireWritten } from '../written.ts';
import { findMinority } from './minors.ts';

/** What every alert names: category, law, authority, action. */
export const FRAME_CHECKS = {
  'unknown-category': (content, circumstances) => breachIf(!categoryOf(content, circumstances), '/category'),

  'kind-not-of-category': (content, circumstances) => {
    const category = categoryOf(content, circumstances);
    return breachIf(category !== undefined && !category.kinds.includes(content.subject.kind), '/subject/kind');
  },

  'legal-basis-missing': ({ ground }) => breachIf(isBlank(ground.legalBasis), '/ground/legalBasis'),

  'unknown-instrument': ({ ground: { instrument } }, { instruments }) =>
    breachIf(instrument !== undefined && !instruments.includes(instrument), '/ground/instrument'),

  'issuing-authority-missing': ({ ground }) =>
    requireWritten(ground.issuingAuthority, '/ground/issuingAuthority', ['name', 'reference', 'date']),

  'action-missing': ({ action }) => breachIf(isBlank(action), '/action'),

  'action-not-permitted': (content, circumstances) =>
    breachIf(!isBlank(content.action) && !isPermitted(content, circumstances), '/action'),

  'document-action': (content, circumstances) => {
    const action = actionOf(content, circumstances);
    const isRecord = content.subject.kind === 'document' || content.subject.kind === 'blank-documents';
    return breachIf(isRecord && action !== undefined && (action.detains || action.transfers), '/action');
  },

  'refugee-blocks-transfer': (content, circumstances): Breach[] => {
    const { subject } = content;
    const isProtected = subject.kind === 'person' && ['claim', 'refugee'].includes(subject.protection ?? '');
    return breachIf(isProtected && actionOf(content, circumstances)?.transfers === true, '/action');
  },
} as const satisfies Record<string, ContentCheck>;

/**
 * Whether the category has the action for somebody like this. An action of adults asked for a minor is for the rules of
 * minors to refuse, and one of a category that nobody knows is not to be judged.
 */
function isPermitted(content: Parameters<ContentCheck>[0], circumstances: Circumstances): boolean {
  const category = categoryOf(content, circumstances);
  if (!category || category.actions.includes(content.action!)) return true;
  return category.minorActions.includes(content.action!) && findMinority(content, circumstances) !== undefined;
}
