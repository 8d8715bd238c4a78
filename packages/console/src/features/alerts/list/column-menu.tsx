import { Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import { useStore } from '../../../api/store.ts';
import { Button } from '../../../ui/button.tsx';
import { COLUMNS, type Column, columns, showColumns } from './columns.ts';

/** Which columns the list shows; kept in this browser. */
export function ColumnMenu() {
  const shown = useStore(columns);
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <Button weight="quiet" icon={<IconColumns3 aria-hidden />}>
          <FormattedMessage id="alerts.columns" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(COLUMNS) as Column[]).map((column) => (
          <Menu.Item
            key={column}
            role="menuitemcheckbox"
            aria-checked={shown.includes(column)}
            leftSection={<Tick on={shown.includes(column)} />}
            onClick={() => showColumns(toggled(shown, column))}
          >
            <FormattedMessage id={COLUMNS[column]} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Tick({ on }: { on: boolean }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      aria-hidden="true"
    >
      {on && <path d="M2.5 8.5 6.5 12.5 13.5 4" />}
    </svg>
  );
}

function toggled(shown: Column[], column: Column): Column[] {
  if (shown.includes(column)) return shown.filter((one) => one !== column);
  return (Object.keys(COLUMNS) as Column[]).filter((one) => one === column || shown.includes(one));
}
