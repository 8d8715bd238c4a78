import type { ContentCheck } from '../case.ts';
import { isDay } from '../days.ts';
import { compareContents } from '../differences.ts';
import { breachIf } from '../written.ts';

/** What an extension may change: the days, and the decisions on which it goes on. */
const EXTENDED = /^\/(?:expiresOn|reviewOn|ground\/(?:warrant|authorisation)(?:\/.*)?)$/;

/** What a later version may not do to the one in force. */
export const VERSION_CHECKS = {
  'extension-changes-content': (content, { kind, before }) => {
    if (kind !== 'extension' || !before) return [];
    return compareContents(before, content)
      .filter(({ pointer }) => !EXTENDED.test(pointer))
      .map(({ pointer }) => ({ pointer }));
  },

  'extension-not-later': ({ expiresOn }, { kind, before }) => {
    const last = before?.expiresOn;
    const isLater = !isDay(expiresOn) || !isDay(last) || expiresOn > last;
    return breachIf(kind === 'extension' && !isLater, '/expiresOn', { date: last ?? '' });
  },

  'amendment-moves-expiry': ({ expiresOn }, { kind, before }) => {
    const isMoved = expiresOn !== undefined && before !== undefined && expiresOn !== before.expiresOn;
    return breachIf(kind === 'amendment' && isMoved, '/expiresOn');
  },

  'amendment-changes-category': ({ category, subject }, { kind, before }) => {
    if (kind !== 'amendment' || !before) return [];
    return [
      ...breachIf(category !== before.category, '/category'),
      ...breachIf(subject.kind !== before.subject.kind, '/subject/kind'),
    ];
  },
} as const satisfies Record<string, ContentCheck>;
