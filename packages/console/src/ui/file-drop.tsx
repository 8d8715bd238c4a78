import { IconFile, IconUpload, IconX } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from './button.tsx';
import { useBytes } from './bytes.ts';
import style from './file-drop.module.css';

interface FileDropProps {
  label: ReactNode;
  /** What to do, before the button; and the button's verb. */
  prompt: ReactNode;
  choose: ReactNode;
  files: File[];
  disabled: boolean;
  /** What is said when there is none and one is needed. */
  missing?: ReactNode;
  /** Only one is taken: the next takes its place. */
  single?: boolean;
  /** Which files the chooser offers first. */
  accept?: string;
  onFiles: (files: File[]) => void;
}

/** Files by dropping them or by the browser's own chooser. */
export function FileDrop(props: FileDropProps) {
  const { label: name, prompt, choose, files, disabled, missing, single = false, accept, onFiles } = props;
  const intl = useIntl();
  const bytes = useBytes();
  const chooser = useRef<HTMLInputElement>(null);
  const label = useId();
  const [over, setOver] = useState(false);

  function add(list: FileList | null) {
    if (single) {
      const [first] = list ?? [];
      if (first) onFiles([first]);
      return;
    }
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
        {name}
      </p>
      {missing && (
        <p className={style.missing} role="alert">
          {missing}
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
        <p>{prompt}</p>
        <Button disabled={disabled} onClick={() => chooser.current?.click()}>
          {choose}
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple={!single}
          accept={accept}
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
                aria-label={intl.formatMessage({ id: 'ui.file.remove' }, { name: file.name })}
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
