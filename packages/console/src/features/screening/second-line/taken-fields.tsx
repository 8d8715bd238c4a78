import type { AlertAction } from '@entente/contracts/alerts/catalogue';
import { FormattedMessage, useIntl } from 'react-intl';
import { LongField } from '../../../ui/field.tsx';
import { RadioField } from '../../../ui/radio-field.tsx';
import { useTranslated } from '../../../ui/translated.ts';

interface TakenFieldsProps {
  /** Those that may be taken here; none: only why not is asked. */
  actions: AlertAction[];
  taken: string;
  notTaken: string;
  missing: boolean;
  onTaken: (id: string) => void;
  onNotTaken: (why: string) => void;
}

const NONE = 'none';

/** The action taken, or why none was: one of the two. */
export function TakenFields({ actions, taken, notTaken, missing, onTaken, onNotTaken }: TakenFieldsProps) {
  const intl = useIntl();
  const translated = useTranslated();
  const none = taken === '';
  return (
    <>
      {actions.length > 0 && (
        <RadioField
          label={<FormattedMessage id="taken.title" />}
          value={taken || NONE}
          choices={[
            { value: NONE, label: <FormattedMessage id="taken.none" /> },
            ...actions.map(({ id, names }) => ({ value: id, label: translated(names) })),
          ]}
          onChoose={(id) => {
            onTaken(id === NONE ? '' : id);
            if (id !== NONE) onNotTaken('');
          }}
        />
      )}
      {none && (
        <LongField
          label={intl.formatMessage({ id: 'taken.why-not' })}
          hint={actions.length === 0 && intl.formatMessage({ id: 'taken.none-permitted' })}
          value={notTaken}
          rows={2}
          maxLength={2000}
          dir="auto"
          error={missing && intl.formatMessage({ id: 'taken.missing' })}
          onChange={(event) => onNotTaken(event.currentTarget.value)}
        />
      )}
    </>
  );
}
