import type { AlertView } from '@entente/contracts/alerts/alert';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../../../api/access.ts';
import { nodeNow } from '../../../api/node-clock.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Note } from '../../../ui/note.tsx';
import { daysLeft } from '../issue/days.ts';
import { VERSIONS } from '../words/step-words.ts';

const NEAR_DAYS = 30;

/** What an officer should know before reading on: a dispute, a date that is near, a version under way. */
export function Notices({ alert }: { alert: AlertView }) {
  const intl = useIntl();
  const { officer } = useSession();
  const { dispute, pendingVersion, status } = alert;
  const now = new Date(nodeNow());
  const live = status === 'in-force' || status === 'suspended';
  const expires = live && alert.expiresAt ? daysLeft(alert.expiresAt, now) : Number.POSITIVE_INFINITY;
  const review = live && alert.reviewAt ? daysLeft(alert.reviewAt, now) : Number.POSITIVE_INFINITY;
  return (
    <>
      {dispute && (
        <Note
          tone="warning"
          title={<FormattedMessage id={status === 'suspended' ? 'alert.dispute.suspended' : 'alert.dispute.open'} />}
        >
          <p>
            <FormattedMessage
              id="alert.dispute.by"
              values={{ by: <bdi>{dispute.by}</bdi>, at: <Moment at={dispute.receivedAt} /> }}
            />
          </p>
          <p dir="auto">{dispute.grounds}</p>
          {status !== 'suspended' && (
            <p>
              <FormattedMessage id="alert.dispute.suspends" values={{ at: <Moment at={dispute.suspendsAt} /> }} />
            </p>
          )}
        </Note>
      )}
      {live && alert.acceptance === 'awaited' && (
        <Note tone="warning" title={<FormattedMessage id="alert.asleep.title" />}>
          <FormattedMessage id="alert.asleep.about" />
        </Note>
      )}
      {live && alert.acceptance === 'refused' && (
        <Note title={<FormattedMessage id="alert.unaccepted.title" />}>
          <FormattedMessage id="alert.unaccepted.about" />
        </Note>
      )}
      {alert.flag !== null && (
        <Note tone="warning" title={<FormattedMessage id="alert.flagged.title" />}>
          <FormattedMessage id="alert.flagged.about" />
        </Note>
      )}
      {expires <= NEAR_DAYS && (
        <Note tone="warning">
          <FormattedMessage id="alert.view.expires-soon" values={{ days: Math.max(0, expires) }} />
        </Note>
      )}
      {review <= NEAR_DAYS && review < expires && (
        <Note tone="warning">
          <FormattedMessage id="alert.view.review-soon" values={{ days: Math.max(0, review) }} />
        </Note>
      )}
      {pendingVersion?.state === 'in-review' && (
        <Note>
          <p>
            <FormattedMessage
              id={pendingVersion.author.id === officer?.id ? 'alert.view.own-in-review' : 'alert.view.in-review'}
              values={{
                version: intl.formatMessage({ id: VERSIONS[pendingVersion.kind] }),
                author: <bdi>{pendingVersion.author.name}</bdi>,
              }}
            />
          </p>
        </Note>
      )}
    </>
  );
}
