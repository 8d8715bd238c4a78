import type { ListAction, ListView } from '@entente/contracts/alerts';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { listsQuery, stateBasis } from '../../api/alerts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField, LongField } from '../../ui/field.tsx';
import style from '../../ui/form.module.css';
import { ACTIONS } from '../../ui/listed-words.ts';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { useTranslated } from '../../ui/translated.ts';
import { focusWrongField } from '../../ui/wrong-field.ts';
import { sizeOf } from './list-size.ts';

const SHORTEST = 10;
const LONGEST = 500;

/** States the law that gives a list effect here, and what is done on a hit; names what follows. */
export function BasisDialog({ list, onClose }: { list: ListView; onClose: () => void }) {
  const intl = useIntl();
  const translated = useTranslated();
  const client = useQueryClient();
  const [legalBasis, setLegalBasis] = useState(list.basis?.legalBasis ?? '');
  const [action, setAction] = useState<ListAction>(list.basis?.action ?? 'inform');
  const [short, setShort] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const tooShort = legalBasis.trim().length < SHORTEST;
    setShort(tooShort);
    if (tooShort) return focusWrongField(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      await stateBasis(list.id, { legalBasis: legalBasis.trim(), action });
      await client.invalidateQueries(listsQuery);
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={intl.formatMessage({ id: 'basis.title' }, { list: translated(list.names) })}
      width="wide"
      onClose={onClose}
    >
      <form className={style.form} onSubmit={submit} noValidate>
        {failure !== null && <ProblemNote error={failure} />}
        <LongField
          label={intl.formatMessage({ id: 'basis.law' })}
          hint={intl.formatMessage({ id: 'basis.law.hint' })}
          value={legalBasis}
          rows={3}
          maxLength={LONGEST}
          error={short && intl.formatMessage({ id: 'basis.law.short' })}
          onChange={(event) => setLegalBasis(event.currentTarget.value)}
        />
        <ChoiceField
          label={intl.formatMessage({ id: 'basis.action' })}
          hint={intl.formatMessage({ id: 'basis.action.hint' })}
          value={action}
          data={Object.entries(ACTIONS).map(([value, id]) => ({ value, label: intl.formatMessage({ id }) }))}
          onChange={(event) => setAction(event.currentTarget.value as ListAction)}
        />
        <Note tone="warning">
          <FormattedMessage
            id={list.basis ? 'basis.consequence.change' : 'basis.consequence'}
            values={{ count: sizeOf(list) }}
          />
        </Note>
        <div className={style.buttons}>
          <Button type="submit" weight="main" busy={busy}>
            <FormattedMessage id="basis.state" />
          </Button>
          <Button weight="quiet" onClick={onClose}>
            <FormattedMessage id="ui.cancel" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
