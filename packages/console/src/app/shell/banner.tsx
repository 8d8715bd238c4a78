import type { SessionView } from '@entente/contracts/access';
import type { ListView } from '@entente/contracts/alerts';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { listsQuery } from '../../api/alerts.ts';
import style from './banner.module.css';

/** Over every page of a demonstration node. Once a real list is loaded, it no longer says that everybody is invented. */
export function Banner({ session }: { session: SessionView }) {
  const intl = useIntl();
  const { demonstration } = session.node;
  const lists = useQuery({ ...listsQuery, enabled: demonstration && session.actions.includes('alerts.view-lists') });
  if (!demonstration) return null;
  return (
    <aside className={style.banner} aria-label={intl.formatMessage({ id: 'shell.demonstration.label' })}>
      {lists.data?.some(isReal) ? (
        <FormattedMessage id="shell.demonstration.real-lists" />
      ) : (
        <FormattedMessage id="shell.demonstration" />
      )}
    </aside>
  );
}

function isReal({ id, counts }: ListView): boolean {
  return id !== 'invented' && Object.values(counts).some((count) => count > 0);
}
