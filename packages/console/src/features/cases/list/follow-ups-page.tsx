import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { type CaseFilter, followUpsQuery } from '../../../api/cases.ts';
import { ChoiceRow } from '../../../ui/choice-row.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { InquiriesSection } from '../inquiries/inquiries-section.tsx';
import { FollowUpsTable } from './follow-ups-table.tsx';

const route = getRouteApi('/cases');

const SHOWN = {
  open: {},
  urgent: { urgent: true },
  mine: { mine: true },
  closed: { closed: true },
} as const satisfies Record<string, CaseFilter>;
type Shown = keyof typeof SHOWN;

/** Hits that are followed up: open, urgent, own and closed ones. */
export function FollowUpsPage() {
  const intl = useIntl();
  const navigate = route.useNavigate();
  const { cursor, page = 1, ...filter } = route.useSearch();
  const shown: Shown = filter.closed ? 'closed' : filter.urgent ? 'urgent' : filter.mine ? 'mine' : 'open';
  const cases = useQuery(followUpsQuery(SHOWN[shown], cursor));
  const title = intl.formatMessage({ id: 'follow-ups.title' });
  return (
    <Page
      title={title}
      lead={<FormattedMessage id="follow-ups.lead" />}
      actions={
        <ChoiceRow
          label={intl.formatMessage({ id: 'follow-ups.show' })}
          value={shown}
          choices={[
            { value: 'open', label: intl.formatMessage({ id: 'follow-ups.open' }) },
            { value: 'urgent', label: intl.formatMessage({ id: 'follow-ups.urgent' }) },
            { value: 'mine', label: intl.formatMessage({ id: 'follow-ups.mine' }) },
            { value: 'closed', label: intl.formatMessage({ id: 'follow-ups.closed' }) },
          ]}
          onChoose={(chosen) => void navigate({ search: SHOWN[chosen] })}
        />
      }
    >
      <Panel flush>
        <Part query={cases} lines={6}>
          {(found) =>
            found.cases.length === 0 ? (
              <Empty title={<FormattedMessage id="follow-ups.none" />}>
                <FormattedMessage id="follow-ups.none.next" />
              </Empty>
            ) : (
              <>
                <FollowUpsTable caption={title} cases={found.cases} />
                {(found.next !== null || page > 1) && (
                  <Pager
                    page={page}
                    next={found.next}
                    onFirst={() => void navigate({ search: SHOWN[shown] })}
                    onNext={(next) => void navigate({ search: { ...SHOWN[shown], cursor: next, page: page + 1 } })}
                  />
                )}
              </>
            )
          }
        </Part>
      </Panel>
      <InquiriesSection />
    </Page>
  );
}
