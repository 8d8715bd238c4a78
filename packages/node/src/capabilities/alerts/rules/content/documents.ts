import { foldDocumentNumber, readDocumentRange } from '@entente/matching';
import { type ContentCheck, categoryOf } from '../case.ts';
import { breachIf, requireWritten } from '../written.ts';

/** The largest range the index of document ranges takes; see `readDocumentRange`. */
const MOST_BLANKS = 1_000_000;

/** Travel documents of this state, one by one or as stolen blanks. */
export const DOCUMENT_CHECKS = {
  'document-type-missing': ({ subject }) =>
    breachIf(isRecord(subject) && subject.documentType === undefined, '/subject/documentType'),

  'document-number-missing': ({ subject }) =>
    breachIf(subject.kind === 'document' && foldDocumentNumber(subject.number ?? '') === '', '/subject/number'),

  'document-issuer-missing': ({ subject }) =>
    breachIf(isRecord(subject) && subject.issuer === undefined, '/subject/issuer'),

  'document-of-another-state': ({ subject }, { state }) => {
    const isForeign = isRecord(subject) && subject.issuer !== undefined && subject.issuer !== state.iso3;
    return breachIf(isForeign, '/subject/issuer');
  },

  'document-status-missing': ({ subject }) =>
    breachIf(subject.kind === 'document' && subject.status === undefined, '/subject/status'),

  'status-not-of-category': (content, circumstances) => {
    const { subject } = content;
    const category = categoryOf(content, circumstances);
    if (subject.kind !== 'document' || subject.status === undefined || !category) return [];
    const needsDecision = category.requires.includes('decision');
    return breachIf(needsDecision !== (subject.status === 'invalidated'), '/subject/status');
  },

  'invalidation-missing': (content, circumstances) => {
    const { subject } = content;
    if (subject.kind !== 'document') return [];
    const isNeeded = subject.status === 'invalidated' || subject.invalidation !== undefined;
    if (!isNeeded && !categoryOf(content, circumstances)?.requires.includes('decision')) return [];
    return requireWritten(subject.invalidation, '/subject/invalidation', ['authority', 'number', 'date', 'appeal']);
  },

  'blank-range-malformed': ({ subject }) => {
    const code = rangeRefusal(subject);
    return breachIf(code !== undefined && code !== 'too-large', '/subject/from');
  },

  'blank-range-too-large': ({ subject }) =>
    breachIf(rangeRefusal(subject) === 'too-large', '/subject/to', { most: String(MOST_BLANKS) }),
} as const satisfies Record<string, ContentCheck>;

type Subject = Parameters<ContentCheck>[0]['subject'];
type DocumentRecord = Extract<Subject, { kind: 'document' | 'blank-documents' }>;

function isRecord(subject: Subject): subject is DocumentRecord {
  return subject.kind === 'document' || subject.kind === 'blank-documents';
}

/** Why the blanks make no range, as the index reads it. */
function rangeRefusal(subject: Subject) {
  if (subject.kind !== 'blank-documents') return undefined;
  const { prefix = '', from = '', to = '' } = subject;
  const read = readDocumentRange({ prefix, from, to });
  return read.ok ? undefined : read.code;
}
