import type { AlertRule } from '@entente/contracts/alerts/rules';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayAt } from '../fields/day-at.tsx';
import fieldStyle from '../fields/fields.module.css';
import { Group } from '../fields/group.tsx';
import { Rows } from '../fields/rows.tsx';
import { useForm, usePart } from '../form.ts';
import style from './parts.module.css';

interface BirthDatesProps {
  /** The list of birth dates. */
  pointer: string;
  asks?: readonly AlertRule[];
}

const MOST = 20;

/** Birth dates as far as they are known: a day, a year, about a year, between two. */
export function BirthDatesEditor({ pointer, asks }: BirthDatesProps) {
  const intl = useIntl();
  return (
    <Group
      pointer={pointer}
      asks={asks ?? []}
      hint={
        <>
          <FormattedMessage id="issue.birth-dates.hint" /> <FormattedMessage id="issue.date.partial" />
        </>
      }
    >
      <Rows pointer={pointer} fresh={{}} add={intl.formatMessage({ id: 'issue.birth-dates.add' })} most={MOST}>
        {(at) => <BirthDate pointer={at} />}
      </Rows>
    </Group>
  );
}

function BirthDate({ pointer }: { pointer: string }) {
  const { assessor } = useForm();
  const [circa, setCirca] = usePart<boolean>(`${pointer}/circa`);
  return (
    <div className={style.birth}>
      <DayAt pointer={`${pointer}/date`} partial bare />
      <DayAt pointer={`${pointer}/to`} partial bare />
      <label className={fieldStyle.check}>
        <input
          type="checkbox"
          checked={circa ?? false}
          onChange={(event) => {
            setCirca(event.currentTarget.checked || undefined);
            void assessor.leave(`${pointer}/circa`);
          }}
        />
        <FormattedMessage id="alert.field.birth-date.circa" />
      </label>
    </div>
  );
}
