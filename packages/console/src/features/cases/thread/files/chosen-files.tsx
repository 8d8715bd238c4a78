import { CASE_FILES } from '@entente/contracts/cases/files';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../../ui/button.tsx';
import { useBytes } from '../../../../ui/bytes.ts';
import { Progress } from '../../../../ui/progress.tsx';
import { RefusedSteps } from '../../../../ui/refused-steps.tsx';
import style from './files.module.css';
import type { Uploads } from './uploads.ts';

/** Files that go with the message: chosen, going up, ready; each can be taken away until it is sent. */
export function ChosenFiles({ uploads }: { uploads: Uploads }) {
  const intl = useIntl();
  const bytes = useBytes();
  const chooser = useRef<HTMLInputElement>(null);
  const { files, busy, failure } = uploads;
  const isFull = files.length >= CASE_FILES.most;
  return (
    <div className={style.chosen}>
      {failure !== null && <RefusedSteps error={failure} />}
      {files.length > 0 && (
        <ul className={style.files} aria-label={intl.formatMessage({ id: 'files.chosen' })}>
          {files.map((file) => (
            <li key={file.key} className={style.file}>
              <bdi className={style.name}>{file.name}</bdi>
              <span>{bytes(file.size)}</span>
              {file.id === undefined && (
                <Progress share={file.share} label={intl.formatMessage({ id: 'files.sending' }, { name: file.name })} />
              )}
              <Button
                weight="quiet"
                aria-label={intl.formatMessage({ id: 'files.remove' }, { name: file.name })}
                onClick={() => void uploads.remove(file)}
              >
                <FormattedMessage id={file.id === undefined ? 'import.upload.stop' : 'files.remove.short'} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={style.add}>
        <Button icon={<IconPaperclip aria-hidden />} disabled={isFull || busy} onClick={() => chooser.current?.click()}>
          <FormattedMessage id="files.add" />
        </Button>
        <span className={style.hint}>
          <FormattedMessage id="files.hint" values={{ most: CASE_FILES.most }} />
        </span>
      </div>
      <input
        ref={chooser}
        type="file"
        multiple
        accept={CASE_FILES.mediaTypes.join(',')}
        hidden
        tabIndex={-1}
        aria-label={intl.formatMessage({ id: 'files.add' })}
        onChange={(event) => {
          void uploads.add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
