import { FormattedMessage, FormattedTime } from 'react-intl';
import { useStore } from '../../../api/store.ts';
import { Shape } from '../../../ui/mark.tsx';
import type { DraftKeeper } from './draft-keeper.ts';
import style from './issue.module.css';

/** Whether the node has what is typed, and since when. */
export function SavedMark({ keeper }: { keeper: DraftKeeper }) {
  const { state, alert } = useStore(keeper.kept);
  const at = alert.pendingVersion?.savedAt ?? alert.updatedAt;
  const kept = state === 'saved';
  return (
    <span className={style.saved} data-state={state} role="status">
      <Shape kind={kept ? 'done' : state === 'saving' || state === 'unsaved' ? 'pending' : 'suspended'} size={11} />
      {kept ? (
        <FormattedMessage
          id="issue.saved"
          values={{
            time: <FormattedTime value={at} hour="2-digit" minute="2-digit" hourCycle="h23" />,
          }}
        />
      ) : (
        <FormattedMessage id={STATES[state]} />
      )}
    </span>
  );
}

const STATES = {
  unsaved: 'issue.unsaved',
  saving: 'issue.saving',
  failed: 'issue.not-saved',
  'edited-meanwhile': 'issue.not-saved',
} as const;
