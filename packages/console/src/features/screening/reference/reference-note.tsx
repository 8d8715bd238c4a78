import type { Candidate } from '@entente/contracts/screening';
import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Name } from '../../../ui/name.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { namesOf } from '../names.ts';
import { SourceLine } from '../source-line.tsx';
import type { Met } from './met.ts';
import { QuietReport } from './quiet-report.tsx';
import style from './reference.module.css';

/** As long as it takes to read, and no longer. */
const OPEN_MS = 20_000;

interface ReferenceNoteProps {
  met: readonly Met[];
  onClose: () => void;
}

/** What is behind the mark. It goes by itself, with Esc, with the next check and when anyone turns to something else. */
export function ReferenceNote({ met, onClose }: ReferenceNoteProps) {
  const intl = useIntl();
  const note = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    note.current?.focus();
    let timer = setTimeout(onClose, OPEN_MS);
    function stay() {
      clearTimeout(timer);
      timer = setTimeout(onClose, OPEN_MS);
    }
    function keys(event: KeyboardEvent) {
      stay();
      if (event.key !== 'Escape') return;
      // Esc closes the note and leaves the desk as it is.
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
    function pointer(event: PointerEvent) {
      if (note.current?.contains(event.target as Node)) stay();
      else onClose();
    }
    const hide = () => document.hidden && onClose();
    window.addEventListener('keydown', keys, true);
    window.addEventListener('pointerdown', pointer, true);
    window.addEventListener('blur', onClose);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', keys, true);
      window.removeEventListener('pointerdown', pointer, true);
      window.removeEventListener('blur', onClose);
      document.removeEventListener('visibilitychange', hide);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [onClose]);

  return (
    <div
      ref={note}
      className={style.note}
      role="dialog"
      aria-label={intl.formatMessage({ id: 'reference.label' })}
      tabIndex={-1}
    >
      {met.length === 0 && (
        <p>
          <FormattedMessage id="reference.none" />
        </p>
      )}
      {met.map((one) => (
        <MetOne key={one.check} met={one} />
      ))}
    </div>
  );
}

function MetOne({ met: { check, line, names, discreet } }: { met: Met }) {
  return (
    <>
      {line !== undefined && (
        <p>
          <FormattedMessage id="reference.line" values={{ line, name: <bdi>{names?.join(' · ')}</bdi> }} />
        </p>
      )}
      {discreet.map((candidate) => (
        <Discreet key={candidate.key} candidate={candidate} />
      ))}
      <QuietReport check={check} />
    </>
  );
}

function Discreet({ candidate }: { candidate: Candidate }) {
  const translated = useTranslated();
  return (
    <section className={style.one}>
      <Name {...namesOf(candidate)} />
      <SourceLine candidate={candidate} />
      <p>{translated(candidate.instructions)}</p>
    </section>
  );
}
