import type { CaseEntry, CaseView } from '@entente/contracts/cases';
import type { CaseFile } from '@entente/contracts/cases/files';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { readCaseFile } from '../../../../api/cases.ts';
import { Button } from '../../../../ui/button.tsx';
import { useBytes } from '../../../../ui/bytes.ts';
import { download } from '../../../../ui/download.ts';
import { ProblemNote } from '../../../../ui/problem.tsx';
import { FileStateMark } from './file-state-mark.tsx';
import style from './files.module.css';

/** The files of a message, how far each has come, and a press to save it; each that is given out is recorded. */
export function EntryFiles({ view, entry }: { view: CaseView; entry: CaseEntry }) {
  const intl = useIntl();
  return (
    <ul className={style.files} aria-label={intl.formatMessage({ id: 'files.of-message' })}>
      {entry.files.map((file) => (
        <li key={file.id}>
          <EntryFile caseId={view.id} file={file} travels={view.other !== null} />
        </li>
      ))}
    </ul>
  );
}

function EntryFile({ caseId, file, travels }: { caseId: string; file: CaseFile; travels: boolean }) {
  const intl = useIntl();
  const bytes = useBytes();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  async function save() {
    setBusy(true);
    setFailure(null);
    try {
      download(file.name, await readCaseFile(caseId, file.id));
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  }
  return (
    <>
      <div className={style.file}>
        <bdi className={style.name}>{file.name}</bdi>
        <span>{bytes(file.size)}</span>
        {(travels || file.state !== 'here') && <FileStateMark file={file} />}
        {file.readable && (
          <Button
            weight="quiet"
            icon={<IconDownload aria-hidden />}
            busy={busy}
            aria-label={intl.formatMessage({ id: 'files.save' }, { name: file.name })}
            onClick={() => void save()}
          >
            <FormattedMessage id="files.save.short" />
          </Button>
        )}
      </div>
      {failure !== null && <ProblemNote error={failure} />}
    </>
  );
}
