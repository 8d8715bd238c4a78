import type { CaseView } from '@entente/contracts/cases';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../../api/access.ts';
import { carriedCase } from '../../../api/asking.ts';
import { followUpQuery } from '../../../api/cases.ts';
import { useCountries } from '../../../ui/countries.ts';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Page } from '../../../ui/page.tsx';
import { Part } from '../../../ui/part.tsx';
import { markOf } from '../words.ts';
import { Acknowledge } from './acknowledge.tsx';
import style from './follow-up-page.module.css';
import { HitFacts } from './hit-facts.tsx';
import { MessageForm } from './message-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { Thread } from './thread.tsx';

const route = getRouteApi('/cases/$id');

/** A hit that is followed up: what is known of it at the left, the thread of both contact points at the right. */
export function FollowUpPage() {
  const intl = useIntl();
  const { id } = route.useParams();
  const found = useQuery(followUpQuery(id));
  const view = found.data;
  const mayAsk = useMay('exchange.ask');
  return (
    <Page
      title={
        view
          ? intl.formatMessage({ id: 'follow-up.title' }, { reference: view.alert.reference })
          : intl.formatMessage({ id: 'follow-up.one' })
      }
      lead={view && <Lead view={view} />}
      actions={
        <>
          {view && mayAsk && (
            <Link to="/asks" className={style.back} onClick={() => carriedCase.set(view.alert.reference)}>
              <FormattedMessage id="follow-up.ask" />
            </Link>
          )}
          <Link to="/cases" className={style.back}>
            <FormattedMessage id="follow-up.all" />
          </Link>
        </>
      }
    >
      <Part query={found} lines={8}>
        {(whole) => (
          <div className={style.columns} key={whole.id}>
            <div className={style.known}>
              <HitFacts view={whole} />
            </div>
            <div className={style.work}>
              {whole.may.includes('acknowledge') && <Acknowledge view={whole} />}
              <Thread view={whole} />
              {whole.may.includes('write') && <MessageForm view={whole} />}
              {whole.may.includes('record-outcome') && <OutcomeForm view={whole} />}
            </div>
          </div>
        )}
      </Part>
    </Page>
  );
}

function Lead({ view }: { view: CaseView }) {
  const countries = useCountries();
  const other = view.other === null ? '' : countries.name(view.other);
  const id =
    view.other === null ? 'follow-up.lead.own' : view.side === 'owning' ? 'follow-up.lead.in' : 'follow-up.lead.out';
  return (
    <span className={style.lead}>
      <Mark kind={markOf(view)} />
      <span>
        <FormattedMessage id={id} values={{ other, at: <Moment at={view.openedAt} /> }} />
      </span>
    </span>
  );
}
