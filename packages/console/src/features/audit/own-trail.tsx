import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { ownTrailQuery, RECORDS_PER_PAGE } from '../../api/audit.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Part } from '../../ui/part.tsx';
import style from './own-trail.module.css';
import { OwnTrailFilters } from './own-trail-filters.tsx';
import { OwnTrailTable } from './own-trail-table.tsx';

const route = getRouteApi('/account');

/** What the officer himself did, as the log has it. */
export function OwnTrail() {
  const navigate = route.useNavigate();
  const { cursor, page = 1, ...filter } = route.useSearch();
  const trail = useQuery(ownTrailQuery(filter, cursor));
  return (
    <Panel flush title={<FormattedMessage id="account.trail" />}>
      <div className={style.head}>
        <p className={style.lead}>
          <FormattedMessage id="account.trail.lead" />
        </p>
        <OwnTrailFilters
          key={JSON.stringify(filter)}
          filter={filter}
          onFilter={(next) => void navigate({ search: next, resetScroll: false })}
        />
      </div>
      <Part query={trail} lines={8}>
        {(found) =>
          found.total === 0 ? (
            <Empty
              title={<FormattedMessage id="audit.none" />}
              action={
                <Button onClick={() => void navigate({ search: {}, resetScroll: false })}>
                  <FormattedMessage id="audit.filter.clear" />
                </Button>
              }
            >
              <FormattedMessage id="audit.none.next" />
            </Empty>
          ) : (
            <>
              <OwnTrailTable records={found.records} />
              <Pager
                page={page}
                perPage={RECORDS_PER_PAGE}
                total={found.total}
                next={found.next}
                onFirst={() => void navigate({ search: filter, resetScroll: false })}
                onNext={(next) =>
                  void navigate({ search: { ...filter, cursor: next, page: page + 1 }, resetScroll: false })
                }
              />
            </>
          )
        }
      </Part>
    </Panel>
  );
}
