import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { caseQuery } from '../../../api/screening/second-line.ts';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Page } from '../../../ui/page.tsx';
import { Part } from '../../../ui/part.tsx';
import { DIRECTIONS } from '../directions.ts';
import { ReadAsPanel } from '../read-as.tsx';
import { CaseCandidate } from './case-candidate.tsx';
import { CaseClock } from './case-clock.tsx';
import style from './case-page.module.css';

const route = getRouteApi('/second-line/$id');

/** A case of the second line: the traveller at the left, whom he is to be told apart from at the right. */
export function SecondLineCasePage() {
  const intl = useIntl();
  const { id } = route.useParams();
  const found = useQuery(caseQuery(id));
  const view = found.data;
  return (
    <Page
      title={
        view
          ? intl.formatMessage({ id: 'case.title' }, { traveller: view.traveller })
          : intl.formatMessage({ id: 'case.one' })
      }
      lead={view && <Lead view={view} />}
      actions={
        <>
          <Link to="/second-line/$id/notice" params={{ id }} className={style.print}>
            <IconPrinter size={17} aria-hidden />
            <FormattedMessage id="case.notice" />
          </Link>
          <Link to="/second-line" className={style.print}>
            <FormattedMessage id="case.all" />
          </Link>
        </>
      }
    >
      <Part query={found} lines={8}>
        {(whole) => <Case key={whole.id} view={whole} />}
      </Part>
    </Page>
  );
}

function Lead({ view }: { view: SecondLineView }) {
  const intl = useIntl();
  return (
    <span className={style.lead}>
      <Mark kind={view.closedAt === null ? 'open' : 'closed'} />
      <span>
        <FormattedMessage
          id={view.closedAt === null ? 'case.lead' : 'case.lead.closed'}
          values={{
            by: view.openedBy.name,
            at: <Moment at={view.openedAt} />,
            place: <bdi>{view.place}</bdi>,
            direction: intl.formatMessage({ id: DIRECTIONS[view.direction] }),
            closed: <Moment at={view.closedAt ?? view.openedAt} />,
          }}
        />
      </span>
    </span>
  );
}

function Case({ view }: { view: SecondLineView }) {
  const undecided = view.found.filter(({ key }) => !view.given.some(({ candidate }) => candidate === key));
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set([(undecided[0] ?? view.found[0])?.key ?? '']));
  function toggle(key: string) {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  }
  return (
    <div className={style.columns}>
      <div className={style.traveller}>
        <CaseClock view={view} />
        <ReadAsPanel readAs={view.readAs} />
      </div>
      <div className={style.candidates}>
        <p className={style.count} role="status">
          <FormattedMessage
            id="case.progress"
            values={{ given: view.found.length - undecided.length, count: view.found.length }}
          />
        </p>
        {view.found.map((candidate) => (
          <CaseCandidate
            key={candidate.key}
            view={view}
            candidate={candidate}
            open={open.has(candidate.key)}
            onToggle={() => toggle(candidate.key)}
          />
        ))}
      </div>
    </div>
  );
}
