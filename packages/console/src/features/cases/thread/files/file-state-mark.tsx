import type { CaseFile } from '@entente/contracts/cases/files';
import { IconAlertTriangle, IconChecks, IconClock } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import style from './files.module.css';

const ICONS = {
  coming: IconClock,
  here: IconChecks,
  refused: IconAlertTriangle,
  gone: IconAlertTriangle,
  erased: IconAlertTriangle,
} as const satisfies Record<CaseFile['state'], unknown>;

const STATES = {
  coming: 'file.state.coming',
  here: 'file.state.here',
  refused: 'file.state.refused',
  gone: 'file.state.gone',
  erased: 'file.state.erased',
} as const satisfies Record<CaseFile['state'], string>;

/** Reasons that an officer can do something about, in words; others are one. */
const REASONS = {
  'attachment-altered': 'file.why.altered',
  'attachment-wrong-chunk': 'file.why.altered',
  'attachment-wrong-length': 'file.why.cut',
  'attachment-wrong-answer': 'file.why.cut',
  'attachment-other-content': 'file.why.other-content',
  'cases.file-content': 'file.why.content',
  'cases.file-hostile': 'file.why.hostile',
} as const;

/** How far a file has come, by a mark and a word, and why it did not. */
export function FileStateMark({ file: { state, share, why } }: { file: CaseFile }) {
  const intl = useIntl();
  const Icon = ICONS[state];
  const percent = intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <span className={style.state} data-state={state}>
      <Icon size={15} aria-hidden />
      {state === 'coming' && share > 0 ? (
        <FormattedMessage id="file.state.coming.share" values={{ percent }} />
      ) : (
        <FormattedMessage id={STATES[state]} />
      )}
      {why !== null && state === 'refused' && (
        <span>
          <FormattedMessage id={REASONS[why as keyof typeof REASONS] ?? 'file.why.other'} />
        </span>
      )}
    </span>
  );
}
