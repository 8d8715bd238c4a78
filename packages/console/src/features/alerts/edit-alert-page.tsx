import type { AlertView } from '@entente/contracts/alerts/alert';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { alertQuery } from '../../api/alerts/alert.ts';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Part, Waiting } from '../../ui/part.tsx';
import { IssueForm } from './issue/issue-form.tsx';
import { useSpeech } from './words/content-words.ts';
import { ruleInWords } from './words/rules.ts';

const route = getRouteApi('/alerts/$id/edit');

/** Where a draft, an amendment or an extension is written. */
export function EditAlertPage() {
  const intl = useIntl();
  const { id } = route.useParams();
  const { step } = route.useSearch();
  const alert = useQuery(alertQuery(id));
  const speech = useSpeech();
  if (alert.data && speech && isWritable(alert.data)) {
    return <IssueForm key={id} alert={alert.data} speech={speech} step={step} />;
  }
  return (
    <Page title={alert.data?.reference ?? intl.formatMessage({ id: 'alert.title' })}>
      <Part query={alert} lines={12}>
        {(found) => (speech ? <NoDraft alert={found} /> : <Waiting lines={12} />)}
      </Part>
    </Page>
  );
}

function isWritable({ pendingVersion }: AlertView): boolean {
  return pendingVersion?.state === 'draft';
}

function NoDraft({ alert }: { alert: AlertView }) {
  const intl = useIntl();
  return (
    <Note
      tone="warning"
      title={ruleInWords(intl, { rule: 'not-a-draft' }).says}
      actions={
        <Link to="/alerts/$id" params={{ id: alert.id }}>
          <FormattedMessage id="review.back" />
        </Link>
      }
    />
  );
}
