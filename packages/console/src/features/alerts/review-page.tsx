import type { AlertView } from '@entente/contracts/alerts/alert';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../../api/access.ts';
import { alertQuery } from '../../api/alerts/alert.ts';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Part, Waiting } from '../../ui/part.tsx';
import { Considered } from './review/considered.tsx';
import { DifferencesPanel } from './review/differences-panel.tsx';
import { ReviewForm } from './review/review-form.tsx';
import { ReviewedContent } from './review/reviewed-content.tsx';
import style from './view/sheet.module.css';
import { type Speech, useSpeech } from './words/content-words.ts';
import { ruleInWords } from './words/rules.ts';
import { VERSIONS } from './words/step-words.ts';

const route = getRouteApi('/alerts/$id/review');

/** The second officer's page: what is to come into force, what it changes, and the questions he answers for. */
export function ReviewPage() {
  const intl = useIntl();
  const { id } = route.useParams();
  const alert = useQuery(alertQuery(id));
  const speech = useSpeech();
  if (alert.data && speech) return <LoadedReview alert={alert.data} speech={speech} />;
  return (
    <Page title={intl.formatMessage({ id: 'review.title' })}>
      <Part query={alert} lines={12}>
        {() => <Waiting lines={12} />}
      </Part>
    </Page>
  );
}

function LoadedReview({ alert, speech }: { alert: AlertView; speech: Speech }) {
  const intl = useIntl();
  const { pendingVersion: version } = alert;
  const mayReview = alert.may.includes('review') && version !== null;
  return (
    <Page
      title={intl.formatMessage({ id: 'review.of' }, { reference: alert.reference })}
      lead={
        version && (
          <FormattedMessage
            id="review.lead"
            values={{
              version: intl.formatMessage({ id: VERSIONS[version.kind] }),
              author: <bdi>{version.author.name}</bdi>,
            }}
          />
        )
      }
      actions={
        <Link to="/alerts/$id" params={{ id: alert.id }}>
          <FormattedMessage id="review.back" />
        </Link>
      }
    >
      {!mayReview && <WhyNot alert={alert} />}
      {version && (
        <>
          {alert.current && (
            <DifferencesPanel differences={alert.differences} speech={speech} terms={alert.suspectTerms} />
          )}
          <ReviewedContent alert={alert} content={version.content} speech={speech} />
          <Considered considered={alert.considered} />
          {mayReview && (
            <div className={style.column}>
              <ReviewForm alert={alert} content={version.content} speech={speech} />
            </div>
          )}
        </>
      )}
    </Page>
  );
}

/** Why this officer may not review: he wrote it, nothing awaits a review, or his role does not. */
function WhyNot({ alert }: { alert: AlertView }) {
  const intl = useIntl();
  const { officer, actions } = useSession();
  const { pendingVersion } = alert;
  const rule =
    pendingVersion?.state !== 'in-review'
      ? 'not-in-review'
      : pendingVersion.author.id === officer?.id || actions.includes('alerts.review')
        ? 'own-review'
        : null;
  if (rule === null) {
    return (
      <Note tone="warning">
        <FormattedMessage id="review.not-yours" />
      </Note>
    );
  }
  const { says, source } = ruleInWords(intl, { rule });
  return (
    <Note tone="warning" title={says}>
      <p className={style.under}>{source}</p>
    </Note>
  );
}
