import type { PeersView } from '@entente/contracts/exchange';
import { FormattedMessage } from 'react-intl';
import { Moment } from '../../ui/moment.tsx';
import { Note } from '../../ui/note.tsx';

/** That this node waits for the word of its peers, and that it was restored from a backup. */
export function RestoreAlarms({ held, restores }: Pick<PeersView, 'held' | 'restores'>) {
  return (
    <>
      {held && (
        <Note tone="warning" alert title={<FormattedMessage id="nodes.held" />}>
          <FormattedMessage id="nodes.held.next" />
        </Note>
      )}
      {restores.map(({ at, lost, sizeBefore, sizeAfter }) => (
        <Note
          key={at}
          tone="warning"
          title={<FormattedMessage id="nodes.restored" values={{ at: <Moment at={at} /> }} />}
        >
          <FormattedMessage id="nodes.restored.what" values={{ lost, before: sizeBefore, after: sizeAfter }} />
        </Note>
      ))}
    </>
  );
}
