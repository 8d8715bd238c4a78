import type { AlertView } from '@entente/contracts/alerts/alert';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { alertQuery } from '../../api/alerts/alert.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { Name } from '../../ui/name.tsx';
import { Page } from '../../ui/page.tsx';
import { Part, Waiting } from '../../ui/part.tsx';
import { scriptTag } from '../../ui/script.ts';
import { useTranslated } from '../../ui/translated.ts';
import { AlertActs } from './acts/alert-acts.tsx';
import { DifferencesPanel } from './review/differences-panel.tsx';
import { AlertSheet } from './view/alert-sheet.tsx';
import { Notices } from './view/notices.tsx';
import style from './view/sheet.module.css';
import { type Speech, useSpeech } from './words/content-words.ts';
import { VERSIONS } from './words/step-words.ts';

const route = getRouteApi('/alerts/$id');

/** One alert whole: who, why, what to do, until when, and all that was done with it. */
export function AlertPage() {
  const intl = useIntl();
  const { id } = route.useParams();
  const alert = useQuery(alertQuery(id));
  const speech = useSpeech();
  if (alert.data && speech) return <LoadedAlert key={id} alert={alert.data} speech={speech} />;
  return (
    <Page title={intl.formatMessage({ id: 'alert.title' })}>
      <Part query={alert} lines={12}>
        {() => <Waiting lines={12} />}
      </Part>
    </Page>
  );
}

function LoadedAlert({ alert, speech }: { alert: AlertView; speech: Speech }) {
  const intl = useIntl();
  const translated = useTranslated();
  const { current, pendingVersion } = alert;
  const [shown, setShown] = useState<'current' | 'pending'>('current');
  const version = (shown === 'pending' ? pendingVersion : current) ?? current ?? pendingVersion;
  const category = speech.profile.catalogue.categories.find(({ id }) => id === alert.category);
  return (
    <Page
      title={alert.name || intl.formatMessage({ id: 'alerts.unnamed' })}
      titleLang={alert.name ? scriptTag(alert.name) : undefined}
      lead={
        <span className={style.meta}>
          {alert.latin && <Name name={alert.latin} />}
          <span className={style.reference}>{alert.reference}</span>
          <span>{category ? translated(category.names) : alert.category}</span>
          <span>{speech.countries.name(alert.owner)}</span>
        </span>
      }
      actions={<AlertActs alert={alert} />}
    >
      <Notices alert={alert} />
      {current && pendingVersion && (
        <div>
          <ChoiceRow
            label={intl.formatMessage({ id: 'alert.view.versions' })}
            value={shown}
            choices={[
              { value: 'current', label: intl.formatMessage({ id: 'mark.in-force' }) },
              { value: 'pending', label: intl.formatMessage({ id: VERSIONS[pendingVersion.kind] }) },
            ]}
            onChoose={setShown}
          />
        </div>
      )}
      {current && pendingVersion && shown === 'pending' && (
        <DifferencesPanel differences={alert.differences} speech={speech} />
      )}
      {version ? (
        <AlertSheet alert={alert} content={version.content} speech={speech} />
      ) : (
        <p>
          <FormattedMessage id="alert.view.no-content" />
        </p>
      )}
    </Page>
  );
}
