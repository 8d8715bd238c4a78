import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import style from './guide.module.css';

const SHOWN_MS = 1_500;

interface TextOfferProps {
  text: string;
  describedBy: string;
  /** To be read, so shown whole. */
  prose?: boolean;
  /** A command, all of which is shown. */
  whole?: boolean;
}

/** A text to be copied whole; what is too wide for the guide is cut to the eye only. */
export function TextOffer({ text, describedBy, prose = false, whole = false }: TextOfferProps) {
  const intl = useIntl();
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  }
  const label = intl.formatMessage({ id: copied ? 'ui.copied' : 'ui.copy' });
  return (
    <div className={style.text}>
      {prose ? <q>{text}</q> : <code data-whole={whole || undefined}>{text}</code>}
      <button type="button" aria-label={label} title={label} aria-describedby={describedBy} onClick={() => void copy()}>
        {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
      </button>
    </div>
  );
}
