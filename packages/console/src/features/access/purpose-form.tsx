import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../../api/access.ts';
import { askFor, askingFor, carriedCase } from '../../api/asking.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import style from '../../ui/form.module.css';
import { useTranslated } from '../../ui/translated.ts';
import { focusWrongField } from '../../ui/wrong-field.ts';
import { likeliest, purposesFor } from './purpose.ts';

interface PurposeFormProps {
  /** Only purposes that may be given for this action are offered. */
  action?: string | undefined;
  onChosen: () => void;
}

/** Purpose, legal basis and case: what every look at personal data is done under. */
export function PurposeForm({ action, onChosen }: PurposeFormProps) {
  const intl = useIntl();
  const translated = useTranslated();
  const session = useSession();
  const offered = purposesFor(session.purposes, action);
  const [chosen, setChosen] = useState(() => {
    const now = askingFor.get();
    if (now && offered.some(({ id }) => id === now.purpose)) return now;
    return { purpose: likeliest(offered)?.id ?? '', legalBasis: '', caseReference: carriedCase.get() ?? '' };
  });
  const [missing, setMissing] = useState(false);
  const purpose = offered.find(({ id }) => id === chosen.purpose);
  const legalBasis = purpose?.legalBases.find(({ id }) => id === chosen.legalBasis) ?? purpose?.legalBases[0];

  function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!purpose || !legalBasis || !session.officer) return;
    const caseReference = chosen.caseReference.trim();
    if (purpose.caseRequired && !caseReference) {
      setMissing(true);
      focusWrongField(event.currentTarget);
      return;
    }
    askFor({ officerId: session.officer.id, purpose: purpose.id, legalBasis: legalBasis.id, caseReference });
    onChosen();
  }

  return (
    <form className={style.form} onSubmit={choose} noValidate>
      <ChoiceField
        label={intl.formatMessage({ id: 'purpose.purpose' })}
        data={offered.map(({ id, names }) => ({ value: id, label: translated(names) }))}
        value={purpose?.id ?? ''}
        onChange={(event) => setChosen({ ...chosen, purpose: event.currentTarget.value, legalBasis: '' })}
      />
      <ChoiceField
        label={intl.formatMessage({ id: 'purpose.legal-basis' })}
        data={(purpose?.legalBases ?? []).map(({ id, names }) => ({ value: id, label: translated(names) }))}
        value={legalBasis?.id ?? ''}
        onChange={(event) => setChosen({ ...chosen, legalBasis: event.currentTarget.value })}
      />
      <TextField
        label={intl.formatMessage({ id: purpose?.caseRequired ? 'purpose.case' : 'purpose.case.optional' })}
        hint={intl.formatMessage({ id: 'purpose.case.hint' })}
        value={chosen.caseReference}
        maxLength={200}
        autoComplete="off"
        required={purpose?.caseRequired ?? false}
        withAsterisk={false}
        error={missing && intl.formatMessage({ id: 'purpose.case.missing' })}
        onChange={(event) => {
          setMissing(false);
          setChosen({ ...chosen, caseReference: event.currentTarget.value });
        }}
      />
      <div className={style.buttons}>
        <Button type="submit" weight="main" disabled={!purpose}>
          <FormattedMessage id="purpose.choose" />
        </Button>
      </div>
    </form>
  );
}
