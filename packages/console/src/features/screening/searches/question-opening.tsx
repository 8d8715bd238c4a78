import type { OpenedQuery } from '@entente/contracts/screening/shift';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { openQuestion } from '../../../api/screening/oversight.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { LongField, TextField } from '../../../ui/field.tsx';
import formStyle from '../../../ui/form.module.css';
import { Panel } from '../../../ui/panel.tsx';
import { ProblemNote } from '../../../ui/problem.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { OpenedQuestion } from './opened-question.tsx';
import style from './searches.module.css';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SHORTEST_REASON = 10;

/** Opens what was asked in a check that met nobody, while it is still held, for a reason that stays on record. */
export function QuestionOpening() {
  const intl = useIntl();
  const [check, setCheck] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [sure, setSure] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [opened, setOpened] = useState<OpenedQuery | null>(null);
  const number = check.trim().toLowerCase();
  const wrong = { check: !UUID.test(number), reason: reason.trim().length < SHORTEST_REASON };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (wrong.check || wrong.reason) return focusWrongField(event.currentTarget);
    setFailure(null);
    setSure(true);
  }

  async function open() {
    setOpened(null);
    try {
      setOpened(await openQuestion(number, reason.trim()));
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <Panel title={<FormattedMessage id="opening.title" />} aside={<FormattedMessage id="opening.aside" />}>
      <form className={style.opening} onSubmit={submit} noValidate>
        {failure !== null && <ProblemNote error={failure} />}
        <TextField
          label={intl.formatMessage({ id: 'opening.check' })}
          hint={intl.formatMessage({ id: 'opening.check.hint' })}
          value={check}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          error={tried && wrong.check && intl.formatMessage({ id: 'opening.check.wrong' })}
          onChange={(event) => setCheck(event.currentTarget.value)}
        />
        <LongField
          label={intl.formatMessage({ id: 'opening.reason' })}
          hint={intl.formatMessage({ id: 'opening.reason.hint' })}
          value={reason}
          rows={2}
          maxLength={1000}
          error={tried && wrong.reason && intl.formatMessage({ id: 'opening.reason.short' })}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={formStyle.buttons}>
          <Button type="submit" weight="grave">
            <FormattedMessage id="opening.open" />
          </Button>
        </div>
      </form>
      {opened && <OpenedQuestion opened={opened} />}
      {sure && (
        <Confirmation
          title={intl.formatMessage({ id: 'opening.sure' })}
          consequence={intl.formatMessage({ id: 'opening.consequence' })}
          verb={intl.formatMessage({ id: 'opening.open' })}
          act={open}
          onClose={() => setSure(false)}
        />
      )}
    </Panel>
  );
}
