import { IconFile, IconUpload, IconX } from '@tabler/icons-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { useBytes } from '../../ui/bytes.ts';
import style from './file-drop.module.css';

interface FileDropProps {
  files: File[];
  disabled: boolean;
  missing: boolean;
  onFiles: (files: File[]) => void;
}

/** Files by dropping them or by the browser's own chooser. */
export function FileDrop({ files, disabled, missing, onFiles }: FileDropProps) {
  const intl = useIntl();
  const bytes = useBytes();
  const chooser = useRef<HTMLInputElement>(null);
  const label = useId();
  const [over, setOver] = useState(false);

  function add(list: FileList | null) {
    const added = [...(list ?? [])].filter((file) => !files.some(({ name }) => name === file.name));
    if (added.length > 0) onFiles([...files, ...added]);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) add(event.dataTransfer.files);
  }

  return (
    <div className={style.field}>
      <p id={label} className={style.label}>
        <FormattedMessage id="import.files" />
      </p>
      {missing && (
        <p className={style.missing} role="alert">
          <FormattedMessage id="import.files.missing" />
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div
        className={style.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconUpload size={22} stroke={1.6} aria-hidden />
        <p>
          <FormattedMessage id="import.files.drop" />
        </p>
        <Button disabled={disabled} onClick={() => chooser.current?.click()}>
          <FormattedMessage id="import.files.choose" />
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple
          tabIndex={-1}
          className={style.chooser}
          aria-labelledby={label}
          onChange={(event) => {
            add(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {files.length > 0 && (
        <ul className={style.files}>
          {files.map((file) => (
            <li key={file.name}>
              <IconFile size={16} aria-hidden />
              <span className={style.name}>{file.name}</span>
              <span className={style.size}>{bytes(file.size)}</span>
              <button
                type="button"
                disabled={disabled}
                aria-label={intl.formatMessage({ id: 'import.files.remove' }, { name: file.name })}
                onClick={() => onFiles(files.filter((one) => one !== file))}
              >
                <IconX size={15} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
