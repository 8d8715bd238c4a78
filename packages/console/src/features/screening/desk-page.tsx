import type { CheckAnswer, CheckRequest } from '@entente/contracts/screening';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { catalogueQuery } from '../../api/alerts/catalogue.ts';
import { check } from '../../api/screening.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { Answer } from './answer.tsx';
import style from './desk.module.css';
import { DeskField } from './desk-field.tsx';
import { moveAmongCandidates } from './desk-keys.ts';
import { IdentityForm } from './identity-form.tsx';
import { LastChecks } from './last-checks.tsx';
import { ReferenceMark } from './reference/reference-mark.tsx';

/** The border desk. Nothing a traveller shows goes into the address, the cache or any storage. */
export function DeskPage() {
  const intl = useIntl();
  // Fetched before the first hit needs it, so that nothing is added to an answer after it is painted.
  useQuery(catalogueQuery);
  const field = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(0);
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<CheckAnswer | null>(null);
  const [failure, setFailure] = useState<{ error: unknown; request: CheckRequest } | null>(null);
  const [busy, setBusy] = useState(false);
  const [byIdentity, setByIdentity] = useState(false);

  /** Only the newest check may answer: a slow one must not overwrite the next traveller's. */
  async function send(request: CheckRequest) {
    latest.current += 1;
    const mine = latest.current;
    setBusy(true);
    setFailure(null);
    try {
      const given = await check(request);
      if (mine === latest.current) setAnswer(given);
    } catch (error) {
      if (mine !== latest.current) return;
      setAnswer(null);
      setFailure({ error, request });
    } finally {
      if (mine === latest.current) setBusy(false);
    }
  }

  const clear = useCallback(() => {
    latest.current += 1;
    setText('');
    setAnswer(null);
    setFailure(null);
    setBusy(false);
    field.current?.focus();
  }, []);

  useEffect(() => {
    function keys(event: globalThis.KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (event.key === 'Escape') return clear();
      if (moveAmongCandidates(event, field.current)) return;
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      const printable =
        event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      // A scan that begins while a candidate has the focus still lands in the field, and replaces its text.
      if (printable && !typing) {
        field.current?.focus();
        field.current?.select();
      }
    }
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  }, [clear]);

  const discreet = answer && answer.discreet.length > 0 ? [{ check: answer.id, discreet: answer.discreet }] : [];
  return (
    <Page title={intl.formatMessage({ id: 'desk.title' })} focusElsewhere>
      <div className={style.ask}>
        <DeskField
          field={field}
          text={text}
          onText={setText}
          busy={busy}
          onCheck={(typed) => void send({ by: 'text', text: typed })}
          onClear={clear}
        />
        <div className={style.under}>
          <p id="desk-hint" className={style.hint}>
            <FormattedMessage id="desk.hint" values={{ kbd: (words) => <kbd>{words}</kbd> }} />
          </p>
          <div className={style.tools}>
            <ReferenceMark code={answer?.record.slice(-6)} met={discreet} />
            <Button weight="quiet" aria-expanded={byIdentity} onClick={() => setByIdentity(!byIdentity)}>
              <FormattedMessage id={byIdentity ? 'desk.identity.close' : 'desk.identity.open'} />
            </Button>
          </div>
        </div>
        {byIdentity && <IdentityForm busy={busy} onCheck={(request) => void send(request)} />}
      </div>
      <div className={style.answer} aria-live="assertive" aria-busy={busy} data-stale={busy || undefined}>
        {failure && <ProblemNote error={failure.error} retry={() => void send(failure.request)} />}
        {answer && <Answer key={answer.id} answer={answer} busy={busy} onCheck={(request) => void send(request)} />}
      </div>
      <LastChecks answer={answer} />
    </Page>
  );
}
