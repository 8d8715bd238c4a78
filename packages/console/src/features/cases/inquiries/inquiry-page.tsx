import type { InquiryView } from '@entente/contracts/cases/inquiries';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { inquiryQuery } from '../../../api/inquiries.ts';
import { useCountries } from '../../../ui/countries.ts';
import { markOfInquiry } from '../../../ui/inquiry-mark.ts';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Note } from '../../../ui/note.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import style from '../thread/follow-up-page.module.css';
import { DecisionForm } from './decision-form.tsx';
import { InquiryFacts } from './inquiry-facts.tsx';
import { ToldFacts } from './told-facts.tsx';

const route = getRouteApi('/inquiries/$id');

/** A hit of an ask that its owner is asked to tell: decided here, or told to this state. */
export function InquiryPage() {
  const intl = useIntl();
  const { id } = route.useParams();
  const found = useQuery(inquiryQuery(id));
  return (
    <Page
      title={intl.formatMessage({ id: 'inquiry.title' })}
      lead={found.data && <Lead view={found.data} />}
      actions={
        <Link to="/cases" className={style.back}>
          <FormattedMessage id="follow-up.all" />
        </Link>
      }
    >
      <Part query={found} lines={8}>
        {(view) => (
          <div className={style.columns} key={view.id}>
            <div className={style.known}>
              <InquiryFacts view={view} />
            </div>
            <div className={style.work}>
              {view.told && (
                <Panel title={<FormattedMessage id="inquiry.told" />}>
                  <ToldFacts told={view.told} />
                </Panel>
              )}
              {view.may.length > 0 && <DecisionForm view={view} />}
              <Standing view={view} />
            </div>
          </div>
        )}
      </Part>
    </Page>
  );
}

function Lead({ view }: { view: InquiryView }) {
  const countries = useCountries();
  return (
    <span className={style.lead}>
      <Mark kind={markOfInquiry(view)} />
      <span>
        <FormattedMessage
          id={view.side === 'owning' ? 'inquiry.lead.in' : 'inquiry.lead.out'}
          values={{ other: countries.name(view.other) }}
        />
      </span>
    </span>
  );
}

/** Where nothing is to be decided and nothing is told: why, and what may be done. */
function Standing({ view }: { view: InquiryView }) {
  const mark = markOfInquiry(view);
  const at = <Moment at={view.expiresAt} />;
  switch (mark) {
    case 'with-owner':
      return (
        <Note title={<FormattedMessage id="inquiry.waits" />}>
          <FormattedMessage id="inquiry.waits.next" values={{ at }} />
        </Note>
      );
    case 'refused':
    case 'expired':
      return (
        <Note tone="warning" title={<FormattedMessage id="inquiry.refused" />}>
          <FormattedMessage id="inquiry.refused.next" />
        </Note>
      );
    case 'not-confirmed':
      return (
        <Note title={<FormattedMessage id="inquiry.not-confirmed" />}>
          <FormattedMessage id="inquiry.not-confirmed.next" />
        </Note>
      );
    case 'recalled':
      return (
        <Note tone="warning" title={<FormattedMessage id="inquiry.recalled" />}>
          <FormattedMessage id="inquiry.recalled.next" />
        </Note>
      );
    default:
      return null;
  }
}
