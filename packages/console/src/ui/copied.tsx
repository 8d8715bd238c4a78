import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import style from './copied.module.css';

/** A hash, key or command in the monospaced face, with a button that copies it. */
export function Copied({ text, block = false }: { text: string; block?: boolean }) {
  const intl = useIntl();
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  }
  return (
    <span className={block ? style.block : style.line}>
      <code>{text}</code>
      <button
        type="button"
        className={style.button}
        aria-label={intl.formatMessage({ id: copied ? 'ui.copied' : 'ui.copy' })}
        onClick={() => void copy()}
      >
        {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
      </button>
    </span>
  );
}
