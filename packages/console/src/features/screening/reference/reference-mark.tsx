import { useCallback, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useHold } from './hold.ts';
import type { Met } from './met.ts';
import style from './reference.module.css';
import { ReferenceNote } from './reference-note.tsx';

/** The four points, in a square or stood on a corner: the same ink, the same size. */
const POINTS = {
  square: ['4 4', '10 4', '4 10', '10 10'],
  diamond: ['7 2.6', '11.4 7', '7 11.4', '2.6 7'],
} as const;

/** From the field too, whatever has the focus. */
const KEY = 'F8';

const NO_CODE = '––––––';

interface ReferenceMarkProps {
  /** The last signs of a record or a list; absent before the first. */
  code?: string | undefined;
  /** Whoever asks to be acted on without a word. */
  met: readonly Met[];
}

/**
 * The reference of the check, in the same place before and after every answer. Its points stand on a corner when an
 * alert asks to be acted on without a word: whoever looks over the counter sees neither a word nor a colour of it.
 * Holding the mark or the key opens the note, and the note closes itself.
 */
export function ReferenceMark({ code = NO_CODE, met }: ReferenceMarkProps) {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  const hold = useHold(() => setOpen(true));
  const close = useCallback(() => setOpen(false), []);
  const points = met.length > 0 ? 'diamond' : 'square';

  useEffect(() => {
    function down(event: KeyboardEvent) {
      if (event.key !== KEY || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      if (!event.repeat) hold.begin();
    }
    function up(event: KeyboardEvent) {
      if (event.key === KEY) hold.end();
    }
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, [hold]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next check closes what was open of the one before
  useEffect(() => setOpen(false), [code]);

  return (
    <div className={style.reference}>
      <button
        type="button"
        className={style.mark}
        aria-label={intl.formatMessage(
          { id: points === 'diamond' ? 'reference.diamond' : 'reference.square' },
          { code },
        )}
        aria-keyshortcuts={KEY}
        onPointerDown={hold.begin}
        onPointerUp={hold.end}
        onPointerLeave={hold.end}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== ' ' && event.key !== 'Enter') return;
          event.preventDefault();
          if (!event.repeat) hold.begin();
        }}
        onKeyUp={hold.end}
        onBlur={hold.end}
      >
        <svg width="14" height="14" viewBox="0 0 14 14" fill="currentColor" aria-hidden="true" data-points={points}>
          {POINTS[points].map((point) => (
            <circle key={point} cx={point.split(' ')[0]} cy={point.split(' ')[1]} r="1.7" />
          ))}
        </svg>
        <code>{code}</code>
      </button>
      <span className={style.words}>
        <FormattedMessage id="reference.label" />
      </span>
      {open && <ReferenceNote met={met} onClose={close} />}
    </div>
  );
}
