import { FormattedMessage } from 'react-intl';

const WORDS = {
  'log-altered': 'log.refusal.altered',
  'inconsistent-log': 'log.refusal.inconsistent',
  inconsistent: 'log.refusal.inconsistent',
  'split-view': 'log.refusal.split',
  'smaller-size': 'log.refusal.smaller',
} as const;

/** Why a head is not cosigned, in words where there are any, and the record at which the log breaks. */
export function Refusal({ code, brokenAt }: { code: string; brokenAt: number | null }) {
  return (
    <>
      {Object.hasOwn(WORDS, code) ? <FormattedMessage id={WORDS[code as keyof typeof WORDS]} /> : <code>{code}</code>}
      {brokenAt !== null && <FormattedMessage id="log.broken-at" values={{ record: brokenAt }} />}
    </>
  );
}
