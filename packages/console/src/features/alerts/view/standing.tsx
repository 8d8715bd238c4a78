import type { AlertView } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { FormattedMessage } from 'react-intl';
import { ActionMark } from '../../../ui/action-mark.tsx';
import { dayInWords } from '../../../ui/day.ts';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { Due } from '../list/due.tsx';
import type { Speech } from '../words/content-words.ts';
import style from './sheet.module.css';
import { Suspect } from './suspect.tsx';

interface StandingProps {
  alert: AlertView;
  /** What is shown: in force, or being written. */
  content: AlertContent;
  speech: Speech;
}

/** What is asked of the officer, how the alert stands and until when. */
export function StandingView({ alert, content, speech }: StandingProps) {
  const translated = useTranslated();
  const { catalogue } = speech.profile;
  const sleeps = alert.acceptance === 'awaited' || alert.acceptance === 'refused';
  const action = catalogue.actions.find(({ id }) => id === (alert.flag ?? content.action));
  const asked = alert.flag !== null && catalogue.actions.find(({ id }) => id === content.action);
  const category = catalogue.categories.find(({ id }) => id === content.category);
  const inForceSince = alert.steps.find(({ step }) => step === 'approved' || step === 'received')?.at;
  const live = alert.status === 'in-force' || alert.status === 'suspended';
  return (
    <Panel
      title={<FormattedMessage id={alert.status === 'in-force' ? 'alert.view.action' : 'alert.field.action'} />}
      aside={
        <>
          {alert.disputed && <Mark kind="disputed" />}
          {sleeps && <Mark kind="asleep" />}
          {alert.flag !== null && <Mark kind="flagged" />}
          <Mark kind={alert.status} />
        </>
      }
    >
      <div className={style.stack}>
        {alert.status !== 'in-force' && (
          <p className={style.under}>
            <FormattedMessage id="alert.view.not-in-force" />
          </p>
        )}
        {action ? (
          <ActionMark action={action} full />
        ) : (
          <p className={style.under}>
            <FormattedMessage id="alert.view.no-action" />
          </p>
        )}
        {content.note && (
          <p className={style.note}>
            <Suspect text={content.note} terms={[]} />
          </p>
        )}
        {category?.mark === 'neutral' && (
          <p className={style.under}>
            <FormattedMessage id="alert.view.neutral-mark" />
          </p>
        )}
        <Facts>
          <Fact name={<FormattedMessage id="alert.field.category" />}>
            {category ? translated(category.names) : content.category}
          </Fact>
          <Fact name={<FormattedMessage id="alerts.column.owner" />}>{speech.countries.name(alert.owner)}</Fact>
          {asked && <Fact name={<FormattedMessage id="alert.view.owner-asks" />}>{translated(asked.names)}</Fact>}
          {inForceSince && (
            <Fact name={<FormattedMessage id="alert.view.in-force-since" />}>
              <Moment at={inForceSince} />
            </Fact>
          )}
          <Fact name={<FormattedMessage id="alerts.column.expires" />}>
            {alert.expiresAt === null && content.expiresOn ? (
              dayInWords(speech.intl, content.expiresOn)
            ) : (
              <Due at={alert.expiresAt} live={live} />
            )}
          </Fact>
          <Fact name={<FormattedMessage id="alert.field.review-on" />}>
            {alert.reviewAt === null && content.reviewOn ? (
              dayInWords(speech.intl, content.reviewOn)
            ) : (
              <Due at={alert.reviewAt} live={live} />
            )}
          </Fact>
          <Fact name={<FormattedMessage id="alerts.column.updated" />}>
            <Moment at={alert.updatedAt} />
          </Fact>
        </Facts>
      </div>
    </Panel>
  );
}
