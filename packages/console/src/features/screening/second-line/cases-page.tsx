import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { casesQuery } from '../../../api/screening/second-line.ts';
import { ChoiceRow } from '../../../ui/choice-row.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { CasesTable } from './cases-table.tsx';

const route = getRouteApi('/second-line');

/** Cases of the second line: open ones with their clocks, closed ones by the page. */
export function SecondLinePage() {
  const intl = useIntl();
  const navigate = route.useNavigate();
  const { closed = false, cursor, page = 1 } = route.useSearch();
  const cases = useQuery(casesQuery(!closed, cursor));
  const title = intl.formatMessage({ id: 'second-line.title' });
  return (
    <Page
      title={title}
      lead={<FormattedMessage id="second-line.lead" />}
      actions={
        <ChoiceRow
          label={intl.formatMessage({ id: 'second-line.show' })}
          value={closed ? 'closed' : 'open'}
          choices={[
            { value: 'open', label: intl.formatMessage({ id: 'second-line.open' }) },
            { value: 'closed', label: intl.formatMessage({ id: 'second-line.closed' }) },
          ]}
          onChoose={(chosen) => void navigate({ search: chosen === 'closed' ? { closed: true } : {} })}
        />
      }
    >
      <Panel flush>
        <Part query={cases} lines={6}>
          {(found) =>
            found.cases.length === 0 ? (
              <Empty title={<FormattedMessage id={closed ? 'second-line.none.closed' : 'second-line.none'} />}>
                {!closed && <FormattedMessage id="second-line.none.next" />}
              </Empty>
            ) : (
              <>
                <CasesTable caption={title} cases={found.cases} />
                {(found.next !== null || page > 1) && (
                  <Pager
                    page={page}
                    next={found.next}
                    onFirst={() => void navigate({ search: closed ? { closed } : {} })}
                    onNext={(next) =>
                      void navigate({ search: { ...(closed ? { closed } : {}), cursor: next, page: page + 1 } })
                    }
                  />
                )}
              </>
            )
          }
        </Part>
      </Panel>
    </Page>
  );
}
