import type { CaseView } from '@entente/contracts/cases';
import { FormattedMessage } from 'react-intl';
import { Panel } from '../../../ui/panel.tsx';
import style from './thread.module.css';
import { ThreadEntry } from './thread-entry.tsx';

/** What both sides wrote, in the order in which this node has it. */
export function Thread({ view }: { view: CaseView }) {
  return (
    <Panel title={<FormattedMessage id="thread.title" />}>
      <ol className={style.thread}>
        {view.entries.map((entry) => (
          <ThreadEntry key={entry.id} view={view} entry={entry} />
        ))}
      </ol>
    </Panel>
  );
}
