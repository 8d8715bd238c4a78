import type { ListId } from '@entente/contracts/alerts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { importsQuery, listsQuery, startImport } from '../../api/alerts.ts';
import { Button } from '../../ui/button.tsx';
import { Confirmation } from '../../ui/confirmation.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import style from '../../ui/form.module.css';
import { Note } from '../../ui/note.tsx';
import { Part } from '../../ui/part.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useTranslated } from '../../ui/translated.ts';
import { FORMAT_HINTS } from './formats.ts';

interface ImportFormProps {
  /** The list chosen by the address, if any. */
  list: ListId | undefined;
  /** The files are known to be the whole list, although most of it would be removed. */
  confirmRemovals: boolean | undefined;
}

/** Which list, which files; then the upload, which one may stop. */
export function ImportForm({ list: first, confirmRemovals = false }: ImportFormProps) {
  const intl = useIntl();
  const translated = useTranslated();
  const navigate = useNavigate();
  const client = useQueryClient();
  const lists = useQuery(listsQuery);
  const [chosen, setChosen] = useState(first);
  const [files, setFiles] = useState<File[]>([]);
  const [missing, setMissing] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const stop = useRef<AbortController>(null);
  const leaving = useBlocker({
    shouldBlockFn: () => stop.current !== null,
    enableBeforeUnload: () => stop.current !== null,
    withResolver: true,
  });

  return (
    <Part query={lists}>
      {(all) => {
        const list = all.find(({ id }) => id === chosen) ?? all.find(({ id }) => id === 'un-sc') ?? all[0];

        async function submit(event: FormEvent) {
          event.preventDefault();
          setMissing(files.length === 0);
          if (files.length === 0 || !list) return;
          const controller = new AbortController();
          stop.current = controller;
          setFailure(null);
          setSent(0);
          try {
            const started = await startImport(list, { files, confirmRemovals }, setSent, controller.signal);
            stop.current = null;
            await client.invalidateQueries(importsQuery);
            await navigate({ to: '/lists/imports/$id', params: { id: started.id } });
          } catch (error) {
            if (!controller.signal.aborted) setFailure(error);
          } finally {
            stop.current = null;
            setSent(null);
          }
        }

        return (
          <form className={style.form} onSubmit={submit} noValidate>
            {failure !== null && <ProblemNote error={failure} />}
            <ChoiceField
              label={intl.formatMessage({ id: 'import.list' })}
              hint={list && intl.formatMessage({ id: FORMAT_HINTS[list.format] })}
              value={list?.id ?? ''}
              disabled={sent !== null}
              data={all.map(({ id, names }) => ({ value: id, label: translated(names) }))}
              onChange={(event) => setChosen(event.currentTarget.value as ListId)}
            />
            <FileDrop
              label={<FormattedMessage id="import.files" />}
              prompt={<FormattedMessage id="import.files.drop" />}
              choose={<FormattedMessage id="import.files.choose" />}
              files={files}
              disabled={sent !== null}
              missing={missing && files.length === 0 && <FormattedMessage id="import.files.missing" />}
              onFiles={setFiles}
            />
            {confirmRemovals && (
              <Note tone="warning">
                <FormattedMessage id="import.confirm-removals" />
              </Note>
            )}
            {sent === null ? (
              <div className={style.buttons}>
                <Button type="submit" weight="main">
                  <FormattedMessage id="import.start" />
                </Button>
              </div>
            ) : (
              <>
                <p>
                  <FormattedMessage id="import.uploading" values={{ share: sent }} />
                </p>
                <Progress share={sent} label={intl.formatMessage({ id: 'import.upload' })} />
                <div className={style.buttons}>
                  <Button onClick={() => stop.current?.abort()}>
                    <FormattedMessage id="import.upload.stop" />
                  </Button>
                </div>
              </>
            )}
            {leaving.status === 'blocked' && (
              <Confirmation
                title={intl.formatMessage({ id: 'import.leave.title' })}
                consequence={<FormattedMessage id="import.leave.consequence" />}
                verb={intl.formatMessage({ id: 'import.leave' })}
                act={async () => {
                  stop.current?.abort();
                  leaving.proceed();
                }}
                onClose={() => leaving.reset()}
              />
            )}
          </form>
        );
      }}
    </Part>
  );
}
