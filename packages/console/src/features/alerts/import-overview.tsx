import type { ImportView } from '@entente/contracts/alerts';
import { useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { abortImport } from '../../api/alerts.ts';
import { Button } from '../../ui/button.tsx';
import { useBytes } from '../../ui/bytes.ts';
import { Confirmation } from '../../ui/confirmation.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ImportCountsView } from './import-counts.tsx';
import { ImportFailure } from './import-failure.tsx';
import style from './import-overview.module.css';
import { useSecondsLeft } from './remaining.ts';
import { isRunning } from './running-import.ts';

/** State, files and counts of an import; while it runs, how far it is and a way to stop it. */
export function ImportOverview({ view }: { view: ImportView }) {
  const intl = useIntl();
  const bytes = useBytes();
  const [aborting, setAborting] = useState(false);
  const mayImport = useMay('alerts.import-list');
  const running = isRunning(view);
  const left = useSecondsLeft(view);
  return (
    <Panel
      title={<Mark kind={view.state} />}
      aside={
        running &&
        mayImport && (
          <Button weight="grave" onClick={() => setAborting(true)}>
            <FormattedMessage id="import.abort" />
          </Button>
        )
      }
    >
      <div className={style.overview}>
        {running && (
          <div className={style.progress} aria-live="polite">
            <Progress
              share={view.bytesTotal > 0 ? view.bytesRead / view.bytesTotal : 0}
              label={intl.formatMessage({ id: 'import.progress' })}
            />
            <p className={style.under}>
              {view.state === 'applying' ? (
                <FormattedMessage id="import.applying" />
              ) : (
                <FormattedMessage
                  id="import.reading"
                  values={{ read: bytes(view.bytesRead), total: bytes(view.bytesTotal) }}
                />
              )}
              {left !== null && (
                <>
                  {' · '}
                  <FormattedMessage id="import.left" values={{ seconds: left }} />
                </>
              )}
            </p>
          </div>
        )}
        <ImportFailure view={view} />
        {view.failure === null && (
          <>
            <ImportCountsView counts={view.counts} />
            <p className={style.under}>
              <FormattedMessage
                id="import.kinds"
                values={{
                  person: <FormattedNumber value={view.kinds.person} />,
                  organisation: <FormattedNumber value={view.kinds.organisation} />,
                  vessel: <FormattedNumber value={view.kinds.vessel} />,
                  aircraft: <FormattedNumber value={view.kinds.aircraft} />,
                }}
              />
            </p>
          </>
        )}
        <p className={style.under}>
          <FormattedMessage
            id={view.endedAt ? 'import.by' : 'import.by.running'}
            values={{
              by: view.by,
              at: <Moment at={view.startedAt} seconds />,
              ended: view.endedAt && <Moment at={view.endedAt} seconds />,
            }}
          />
          {' · '}
          {view.files.map(({ name, bytes: size }) => `${name} (${bytes(size)})`).join(', ')}
        </p>
      </div>
      {aborting && (
        <Confirmation
          title={intl.formatMessage({ id: 'import.abort.title' })}
          consequence={<FormattedMessage id="import.abort.consequence" />}
          verb={intl.formatMessage({ id: 'import.abort' })}
          keep={intl.formatMessage({ id: 'import.abort.keep' })}
          act={() => abortImport(view.id)}
          onClose={() => setAborting(false)}
        />
      )}
    </Panel>
  );
}
