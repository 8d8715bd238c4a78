import type { IntlShape } from 'react-intl';
import { ProblemError } from '../api/problem.ts';

/** Problems an officer can meet: what happened, and what was kept or is to be done. Others keep the node's own words. */
const WORDS = {
  unreachable: { title: 'problem.unreachable', detail: 'problem.unreachable.detail' },
  unexpected: { title: 'problem.unexpected', detail: 'problem.unexpected.detail' },
  'internal-error': { title: 'problem.unexpected', detail: 'problem.unexpected.detail' },
  'database-away': { title: 'problem.database-away', detail: 'problem.database-away.detail' },
  'not-found': { title: 'problem.not-found', detail: 'problem.not-found.detail' },
  'invalid-request': { title: 'problem.invalid-request', detail: 'problem.invalid-request.detail' },
  'too-large': { title: 'problem.too-large', detail: 'problem.too-large.detail' },
  'too-many-requests': { title: 'problem.too-many-requests', detail: 'problem.too-many-requests.detail' },
  'wrong-host': { title: 'problem.wrong-host', detail: 'problem.wrong-host.detail' },
  'sign-in-refused': { title: 'problem.sign-in-refused', detail: 'problem.sign-in-refused.detail' },
  'sign-in-busy': { title: 'problem.sign-in-busy', detail: 'problem.sign-in-busy.detail' },
  'no-one-click-sign-in': { title: 'problem.no-one-click-sign-in', detail: 'problem.no-one-click-sign-in.detail' },
  'wrong-csrf-token': { title: 'problem.wrong-csrf-token', detail: 'problem.wrong-csrf-token.detail' },
  'not-permitted': { title: 'problem.not-permitted', detail: 'problem.not-permitted.detail' },
  'unknown-session': { title: 'problem.unknown-session', detail: 'problem.unknown-session.detail' },
  'stale-sign-in': { title: 'problem.stale-sign-in', detail: 'problem.stale-sign-in.detail' },
  'weak-password': { title: 'problem.weak-password', detail: 'problem.weak-password.detail' },
  'unknown-officer': { title: 'problem.unknown-officer', detail: 'problem.unknown-officer.detail' },
  'name-taken': { title: 'problem.name-taken', detail: 'problem.name-taken.detail' },
  'unknown-authority': { title: 'problem.unknown-authority', detail: 'problem.unknown-authority.detail' },
  'authority-known': { title: 'problem.authority-known', detail: 'problem.authority-known.detail' },
  'own-account': { title: 'problem.own-account', detail: 'problem.own-account.detail' },
  'oversight-stands-alone': {
    title: 'problem.oversight-stands-alone',
    detail: 'problem.oversight-stands-alone.detail',
  },
  'administrator-stands-apart': {
    title: 'problem.administrator-stands-apart',
    detail: 'problem.administrator-stands-apart.detail',
  },
  'last-administrator': { title: 'problem.last-administrator', detail: 'problem.last-administrator.detail' },
  'officer-changed': { title: 'problem.officer-changed', detail: 'problem.officer-changed.detail' },
  'passkey-refused': { title: 'problem.passkey-refused', detail: 'problem.passkey-refused.detail' },
  'passkey-unused': { title: 'problem.passkey-unused', detail: 'problem.passkey-unused.detail' },
  'passkey-not-made': { title: 'problem.passkey-not-made', detail: 'problem.passkey-not-made.detail' },
  'challenge-ended': { title: 'problem.challenge-ended', detail: 'problem.challenge-ended.detail' },
  'passkey-known': { title: 'problem.passkey-known', detail: 'problem.passkey-known.detail' },
  'too-many-passkeys': { title: 'problem.too-many-passkeys', detail: 'problem.too-many-passkeys.detail' },
  'unknown-passkey': { title: 'problem.unknown-passkey', detail: 'problem.unknown-passkey.detail' },
  'incident-not-done': { title: 'problem.incident-not-done', detail: 'problem.incident-not-done.detail' },
  'unknown-entry': { title: 'problem.unknown-entry', detail: 'problem.unknown-entry.detail' },
  'unknown-correction': { title: 'problem.unknown-correction', detail: 'problem.unknown-correction.detail' },
  'own-correction': { title: 'problem.own-correction', detail: 'problem.own-correction.detail' },
  'unknown-passenger-list': {
    title: 'problem.unknown-passenger-list',
    detail: 'problem.unknown-passenger-list.detail',
  },
  'passenger-list-runs': { title: 'problem.passenger-list-runs', detail: 'problem.passenger-list-runs.detail' },
  'too-many-passenger-lists': {
    title: 'problem.too-many-passenger-lists',
    detail: 'problem.too-many-passenger-lists.detail',
  },
  'passenger-list-encoding': {
    title: 'problem.passenger-list-encoding',
    detail: 'problem.passenger-list-encoding.detail',
  },
  'passenger-list-no-text': {
    title: 'problem.passenger-list-no-text',
    detail: 'problem.passenger-list-no-text.detail',
  },
  'passenger-list-columns': {
    title: 'problem.passenger-list-columns',
    detail: 'problem.passenger-list-columns.detail',
  },
  'passenger-list-other-message': {
    title: 'problem.passenger-list-other-message',
    detail: 'problem.passenger-list-other-message.detail',
  },
  'passenger-list-too-long': {
    title: 'problem.passenger-list-too-long',
    detail: 'problem.passenger-list-too-long.detail',
  },
  'passenger-list-empty': { title: 'problem.passenger-list-empty', detail: 'problem.passenger-list-empty.detail' },
  'unknown-import': { title: 'problem.unknown-import', detail: 'problem.unknown-import.detail' },
  'import-under-way': { title: 'problem.import-under-way', detail: 'problem.import-under-way.detail' },
  'import-ended': { title: 'problem.import-ended', detail: 'problem.import-ended.detail' },
  'import-aborted': { title: 'problem.import-aborted', detail: 'problem.import-nothing-changed' },
  'import-interrupted': { title: 'problem.import-interrupted', detail: 'problem.import-nothing-changed' },
  'import-failed': { title: 'problem.import-failed', detail: 'problem.import-nothing-changed' },
  'removals-unconfirmed': { title: 'problem.removals-unconfirmed', detail: 'problem.import-nothing-changed' },
  'wrong-list': { title: 'problem.wrong-list', detail: 'problem.import-nothing-changed' },
  'list-unreadable': { title: 'problem.list-unreadable', detail: 'problem.import-nothing-changed' },
  'list-empty': { title: 'problem.list-empty', detail: 'problem.import-nothing-changed' },
  'list-wrong-format': { title: 'problem.list-wrong-format', detail: 'problem.import-nothing-changed' },
  'list-cut': { title: 'problem.list-cut', detail: 'problem.import-nothing-changed' },
  'list-damaged': { title: 'problem.list-damaged', detail: 'problem.import-nothing-changed' },
  'list-hostile': { title: 'problem.list-hostile', detail: 'problem.import-nothing-changed' },
  'list-too-large': { title: 'problem.list-too-large', detail: 'problem.import-nothing-changed' },
  'unknown-record': { title: 'problem.unknown-record', detail: 'problem.unknown-record.detail' },
  'part-erased': { title: 'problem.part-erased', detail: 'problem.part-erased.detail' },
  'not-yet-folded': { title: 'problem.not-yet-folded', detail: 'problem.not-yet-folded.detail' },
  'unknown-alert': { title: 'problem.unknown-alert', detail: 'problem.unknown-alert.detail' },
  'alert-refused': { title: 'problem.alert-refused', detail: 'problem.alert-refused.detail' },
  'reading-budget-spent': { title: 'problem.reading-budget-spent', detail: 'problem.reading-budget-spent.detail' },
  'too-many-filters': { title: 'problem.too-many-filters', detail: 'problem.too-many-filters.detail' },
  'unknown-photograph': { title: 'problem.unknown-photograph', detail: 'problem.unknown-photograph.detail' },
  'photograph-of-nobody': { title: 'problem.photograph-of-nobody', detail: 'problem.photograph-of-nobody.detail' },
  'too-many-photographs': { title: 'problem.too-many-photographs', detail: 'problem.too-many-photographs.detail' },
  'photograph-unreadable': { title: 'problem.photograph-unreadable', detail: 'problem.photograph-unreadable.detail' },
  'photograph-too-large': { title: 'problem.photograph-too-large', detail: 'problem.photograph-too-large.detail' },
  'photograph-hostile': { title: 'problem.photograph-hostile', detail: 'problem.photograph-hostile.detail' },
  'edited-meanwhile': { title: 'problem.edited-meanwhile', detail: 'problem.edited-meanwhile.detail' },
  'unknown-check': { title: 'problem.unknown-check', detail: 'problem.unknown-check.detail' },
  'unknown-case-file': { title: 'problem.unknown-case-file', detail: 'problem.unknown-case-file.detail' },
  'case-file-too-large': { title: 'problem.case-file-too-large', detail: 'problem.case-file-too-large.detail' },
  'unknown-inquiry': { title: 'problem.unknown-inquiry', detail: 'problem.unknown-inquiry.detail' },
  'inquiry-without-case': { title: 'problem.inquiry-without-case', detail: 'problem.inquiry-without-case.detail' },
  'unknown-case': { title: 'problem.unknown-case', detail: 'problem.unknown-case.detail' },
  'step-refused': { title: 'problem.step-refused', detail: 'problem.step-refused.detail' },
  'unknown-handover': { title: 'problem.unknown-handover', detail: 'problem.unknown-handover.detail' },
  'unknown-query': { title: 'problem.unknown-query', detail: 'problem.unknown-query.detail' },
  'oversight-key-away': { title: 'problem.oversight-key-away', detail: 'problem.oversight-key-away.detail' },
  'wrong-oversight-key': { title: 'problem.wrong-oversight-key', detail: 'problem.wrong-oversight-key.detail' },
  'not-in-organisation': { title: 'nodes.alone', detail: 'nodes.alone.next' },
  'ask-without-case': { title: 'problem.ask-without-case', detail: 'problem.ask-without-case.detail' },
  'ask-too-wide': { title: 'problem.ask-too-wide', detail: 'problem.ask-too-wide.detail' },
  'unknown-receiver': { title: 'problem.unknown-receiver', detail: 'problem.unknown-receiver.detail' },
  'index-not-ready': { title: 'problem.index-not-ready', detail: 'problem.index-not-ready.detail' },
  'search-interrupted': { title: 'problem.search-interrupted', detail: 'problem.search-interrupted.detail' },
} as const;

export interface ProblemWords {
  title: string;
  detail: string | undefined;
}

/** The title of a problem known by its code alone, as reports of failed imports give it. */
export function titleOf(intl: IntlShape, code: string): string {
  const known = WORDS[code as keyof typeof WORDS];
  return known ? intl.formatMessage({ id: known.title }) : code;
}

export function wordProblem(intl: IntlShape, error: unknown): ProblemWords {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const known = WORDS[(problem?.code ?? 'unexpected') as keyof typeof WORDS];
  if (problem && !known) return { title: problem.title, detail: problem.detail };
  const { title, detail } = known ?? WORDS.unexpected;
  const wait = error instanceof ProblemError ? (error.retryAfter ?? 0) : 0;
  return {
    title: intl.formatMessage({ id: title }),
    detail: intl.formatMessage({ id: detail }, { seconds: wait, minutes: Math.ceil(wait / 60) }),
  };
}
