import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../../api/access.ts';
import { OFFICERS_PER_PAGE, officersQuery } from '../../../api/officers.ts';
import { Button } from '../../../ui/button.tsx';
import { ClosedPage } from '../../../ui/closed-page.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { NewOfficerDialog } from './new-officer-dialog.tsx';
import { NO_OFFICER } from './officer-draft.ts';
import { OfficersFilters } from './officers-filters.tsx';
import { OfficersTable } from './officers-table.tsx';

const route = getRouteApi('/officers');

/** Who may work at this node and in which roles; open to administrators. */
export function OfficersPage() {
  const intl = useIntl();
  const navigate = route.useNavigate();
  const { cursor, page = 1, ...narrowed } = route.useSearch();
  const [text, setText] = useState('');
  const may = useMay('access.view-officers');
  const mayChange = useMay('access.change-officers');
  const officers = useQuery({ ...officersQuery({ ...narrowed, ...(text && { text }) }, cursor), enabled: may });
  const [entering, setEntering] = useState(false);
  const [draft, setDraft] = useState(NO_OFFICER);
  const title = intl.formatMessage({ id: 'officers.title' });
  if (!may) return <ClosedPage />;

  function clear() {
    setText('');
    void navigate({ search: {} });
  }

  return (
    <Page
      title={title}
      lead={<FormattedMessage id="officers.lead" />}
      actions={
        mayChange && (
          <Button weight="main" icon={<IconUserPlus aria-hidden />} onClick={() => setEntering(true)}>
            <FormattedMessage id="officers.enter" />
          </Button>
        )
      }
    >
      <OfficersFilters
        text={text}
        filter={narrowed}
        onText={(next) => {
          setText(next);
          if (cursor) void navigate({ search: narrowed });
        }}
        onFilter={(next) => void navigate({ search: next })}
        onClear={clear}
      />
      <Panel flush>
        <Part query={officers} lines={8}>
          {(found) =>
            found.total === 0 ? (
              <Empty
                title={<FormattedMessage id="officers.none" />}
                action={
                  <Button onClick={clear}>
                    <FormattedMessage id="audit.filter.clear" />
                  </Button>
                }
              >
                <FormattedMessage id="officers.none.next" />
              </Empty>
            ) : (
              <>
                <OfficersTable caption={title} officers={found.officers} />
                <Pager
                  page={page}
                  perPage={OFFICERS_PER_PAGE}
                  total={found.total}
                  next={found.next}
                  onFirst={() => void navigate({ search: narrowed })}
                  onNext={(next) => void navigate({ search: { ...narrowed, cursor: next, page: page + 1 } })}
                />
              </>
            )
          }
        </Part>
      </Panel>
      {entering && (
        <NewOfficerDialog
          draft={draft}
          onDraft={setDraft}
          onClose={(entered) => {
            setEntering(false);
            if (entered) setDraft(NO_OFFICER);
          }}
        />
      )}
    </Page>
  );
}
