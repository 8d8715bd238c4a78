import type { ListView } from '@entente/contracts/alerts';
import { useQueryClient } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { listsQuery, withdrawBasis } from '../../api/alerts.ts';
import { Confirmation } from '../../ui/confirmation.tsx';
import { useTranslated } from '../../ui/translated.ts';
import { sizeOf } from './list-size.ts';

export function BasisWithdrawal({ list, onClose }: { list: ListView; onClose: () => void }) {
  const intl = useIntl();
  const translated = useTranslated();
  const client = useQueryClient();
  return (
    <Confirmation
      title={intl.formatMessage({ id: 'basis.withdraw.title' }, { list: translated(list.names) })}
      consequence={intl.formatMessage({ id: 'basis.withdraw.consequence' }, { count: sizeOf(list) })}
      verb={intl.formatMessage({ id: 'lists.basis.withdraw' })}
      act={async () => {
        await withdrawBasis(list.id);
        await client.invalidateQueries(listsQuery);
      }}
      onClose={onClose}
    />
  );
}
