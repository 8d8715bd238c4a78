import { MOST_PASSENGERS, type PassengerFileReading } from '@entente/contracts/screening/passenger-list';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { ProblemError } from '../../../api/problem.ts';
import { passengerListsQuery, requestOf, takePassengerList } from '../../../api/screening/passenger-lists.ts';
import { Button } from '../../../ui/button.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import formStyle from '../../../ui/form.module.css';
import { Panel } from '../../../ui/panel.tsx';
import { Waiting } from '../../../ui/part.tsx';
import { ProblemNote } from '../../../ui/problem.tsx';
import style from './passengers.module.css';
import { useFileReading } from './reading-file.ts';
import { ReadingOptions } from './reading-options.tsx';
import { ReadingView } from './reading-view.tsx';

const AS_IT_IS: PassengerFileReading = {};

/** A file chosen, how it is read with a chance to correct it, and then everybody on it checked. */
export function NewList() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [asked, setAsked] = useState(AS_IT_IS);
  const { reading, failure, busy } = useFileReading(file, asked);
  const [refused, setRefused] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const persons = reading?.persons ?? 0;

  function choose(chosen: File | undefined) {
    setFile(chosen);
    setAsked(AS_IT_IS);
    setRefused(null);
  }

  async function start() {
    if (!file) return;
    setSending(true);
    setRefused(null);
    try {
      const taken = await takePassengerList(await requestOf(file, asked));
      await client.invalidateQueries({ queryKey: passengerListsQuery.queryKey, exact: true });
      await navigate({ to: '/passenger-lists/$id', params: { id: taken.id } });
    } catch (error) {
      setRefused(error);
      setSending(false);
    }
  }

  return (
    <Panel title={<FormattedMessage id="passengers.new" />}>
      <div className={formStyle.form}>
        <FileDrop
          single
          accept=".csv,.txt,.tsv,.edi,.edifact,text/csv,text/plain"
          label={<FormattedMessage id="passengers.file" />}
          prompt={<FormattedMessage id="passengers.file.drop" values={{ most: MOST_PASSENGERS }} />}
          choose={<FormattedMessage id="passengers.file.choose" />}
          files={file ? [file] : []}
          disabled={sending}
          onFiles={([chosen]) => choose(chosen)}
        />
        {failure !== null && <ProblemNote error={failure} />}
        {isEncoding(failure) && <ReadingOptions asked={asked} reading={null} disabled={busy} onAsk={setAsked} />}
        {busy && !reading && <Waiting lines={4} />}
        {reading && file && (
          <div className={style.reading} aria-busy={busy}>
            <ReadingView reading={reading} asked={asked} disabled={sending} onAsk={setAsked} />
            {refused !== null && <ProblemNote error={refused} />}
            <div className={formStyle.buttons}>
              <Button
                weight="main"
                busy={sending}
                disabled={persons === 0 || busy || failure !== null}
                onClick={() => void start()}
              >
                <FormattedMessage id="passengers.start" values={{ count: persons }} />
              </Button>
              <Button weight="quiet" disabled={sending} onClick={() => choose(undefined)}>
                <FormattedMessage id="passengers.leave" />
              </Button>
            </div>
          </div>
        )}
      </div>
    </Panel>
  );
}

/** Another encoding may be named. */
function isEncoding(failure: unknown): boolean {
  return failure instanceof ProblemError && failure.problem.code === 'passenger-list-encoding';
}
