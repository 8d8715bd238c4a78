import type { SavedFilter } from '@entente/contracts/alerts/alert';
import { Menu } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type AlertFilter, deleteFilter, filtersQuery } from '../../../api/alerts/list.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { isNarrowed } from './query.ts';
import { SaveFilterDialog } from './save-filter-dialog.tsx';

interface SavedFiltersProps {
  filter: AlertFilter;
  onApply: (filter: SavedFilter) => void;
}

/** Filters the officer keeps under a name: to take up, to add to, to delete. */
export function SavedFilters({ filter, onApply }: SavedFiltersProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const { data: saved = [] } = useQuery(filtersQuery);
  const [saving, setSaving] = useState(false);
  const [deleting, setDeleting] = useState<string | null>(null);
  return (
    <>
      {saved.length > 0 && (
        <Menu>
          <Menu.Target>
            <Button weight="quiet" icon={<IconBookmark aria-hidden />}>
              <FormattedMessage id="alerts.saved" values={{ count: saved.length }} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {saved.map((one) => (
              <Menu.Item key={one.name} onClick={() => onApply(one)}>
                <bdi>{one.name}</bdi>
              </Menu.Item>
            ))}
            <Menu.Divider />
            {saved.map(({ name }) => (
              <Menu.Item key={name} leftSection={<IconTrash size={15} aria-hidden />} onClick={() => setDeleting(name)}>
                <FormattedMessage id="alerts.saved.delete" values={{ name }} />
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {isNarrowed(filter) && (
        <Button weight="quiet" onClick={() => setSaving(true)}>
          <FormattedMessage id="alerts.save" />
        </Button>
      )}
      {saving && (
        <SaveFilterDialog filter={filter} taken={saved.map(({ name }) => name)} onClose={() => setSaving(false)} />
      )}
      {deleting !== null && (
        <Confirmation
          title={intl.formatMessage({ id: 'alerts.saved.delete.title' }, { name: deleting })}
          consequence={<FormattedMessage id="alerts.saved.delete.consequence" />}
          verb={intl.formatMessage({ id: 'alerts.saved.delete.act' })}
          act={async () => {
            await deleteFilter(deleting);
            await client.invalidateQueries(filtersQuery);
          }}
          onClose={() => setDeleting(null)}
        />
      )}
    </>
  );
}
