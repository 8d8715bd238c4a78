import type { InquiryView } from '@entente/contracts/cases/inquiries';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../../api/access.ts';
import { useCountries } from '../../../ui/countries.ts';
import { dayInWords } from '../../../ui/day.ts';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { DeliveryMark } from '../thread/delivery-mark.tsx';
import style from './inquiries.module.css';
import { NamesList } from './names-list.tsx';

/** What is known of the inquiry; at the owner, whom or what was asked about and the alert that was met. */
export function InquiryFacts({ view }: { view: InquiryView }) {
  const mayRead = useMay('alerts.read');
  const { alert, about, words, answerWords, officer, delivery } = view;
  return (
    <Panel title={<FormattedMessage id="inquiry.one" />}>
      <Facts>
        {about && <About about={about} />}
        {alert && (
          <Fact name={<FormattedMessage id="inquiry.alert" />}>
            {mayRead ? (
              <Link to="/alerts/$id" params={{ id: alert.id }}>
                {alert.reference}
              </Link>
            ) : (
              alert.reference
            )}
          </Fact>
        )}
        <Fact name={<FormattedMessage id="ask.case" />}>
          <bdi>{view.case}</bdi>
        </Fact>
        {words !== null && <Words id="inquiry.words" text={words} />}
        {answerWords !== null && <Words id="inquiry.answer-words" text={answerWords} />}
        <Fact name={<FormattedMessage id="inquiries.asked" />}>
          <Moment at={view.askedAt} />
        </Fact>
        {view.decidedAt !== null && (
          <Fact name={<FormattedMessage id="inquiry.decided" />}>
            <Moment at={view.decidedAt} />
          </Fact>
        )}
        <Fact name={<FormattedMessage id="inquiries.until" />}>
          <Moment at={view.expiresAt} />
        </Fact>
        {officer && <Fact name={<FormattedMessage id="inquiries.officer" />}>{officer.name}</Fact>}
        {delivery !== null && (
          <Fact name={<FormattedMessage id="inquiry.delivery" />}>
            <DeliveryMark delivery={delivery} />
          </Fact>
        )}
        <Fact name={<FormattedMessage id="inquiries.reference" />}>
          <code className={style.reference}>{view.reference}</code>
        </Fact>
      </Facts>
    </Panel>
  );
}

function Words({ id, text }: { id: 'inquiry.words' | 'inquiry.answer-words'; text: string }) {
  return (
    <Fact name={<FormattedMessage id={id} />}>
      <span dir="auto" className={style.words}>
        {text}
      </span>
    </Fact>
  );
}

function About({ about }: { about: NonNullable<InquiryView['about']> }) {
  const intl = useIntl();
  const countries = useCountries();
  if (about.by === 'document') {
    return (
      <Fact
        name={<FormattedMessage id="ask.number" />}
        aside={about.issuer !== undefined && countries.name(about.issuer)}
      >
        <code>{about.number}</code>
      </Fact>
    );
  }
  return (
    <>
      <Fact name={<FormattedMessage id="inquiry.asked-about" />}>
        <NamesList names={about.names} />
      </Fact>
      {about.birthDate !== undefined && (
        <Fact name={<FormattedMessage id="identity.birth-date" />}>{dayInWords(intl, about.birthDate)}</Fact>
      )}
      {about.nationality !== undefined && (
        <Fact name={<FormattedMessage id="identity.nationality" />}>{countries.name(about.nationality)}</Fact>
      )}
    </>
  );
}
