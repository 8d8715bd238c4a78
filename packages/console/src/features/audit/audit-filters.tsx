import { type FormEvent, useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RecordFilter } from '../../api/audit.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { focusWrongField } from '../../ui/wrong-field.ts';
import style from './audit-filters.module.css';
import { EVENTS } from './event-words.ts';
import { dayBefore, toLocal, toMoment } from './local-moment.ts';

interface AuditFiltersProps {
  filter: RecordFilter;
  onFilter: (filter: RecordFilter) => void;
}

const RANGES = [
  { id: 'audit.range.today', days: 0 },
  { id: 'audit.range.week', days: 6 },
  { id: 'audit.range.month', days: 29 },
] as const;

/** Filters as a form; they take hold together, and are then in the address. */
export function AuditFilters({ filter, onFilter }: AuditFiltersProps) {
  const intl = useIntl();
  const events = useId();
  const [typed, setTyped] = useState(() => ({
    from: toLocal(filter.from),
    to: toLocal(filter.to),
    actor: filter.actor ?? '',
    event: filter.event ?? '',
    case: filter.case ?? '',
    outcome: filter.outcome ?? '',
  }));
  const [tried, setTried] = useState(false);
  const from = toMoment(typed.from);
  const to = toMoment(typed.to, true);
  const set = (key: keyof typeof typed) => (event: { currentTarget: { value: string } }) =>
    setTyped({ ...typed, [key]: event.currentTarget.value });

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (from === null || to === null) return focusWrongField(event.currentTarget);
    const next: RecordFilter = {
      from,
      to,
      actor: typed.actor.trim() || undefined,
      event: typed.event.trim() || undefined,
      case: typed.case.trim() || undefined,
      outcome: (typed.outcome || undefined) as RecordFilter['outcome'],
    };
    onFilter(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)));
  }

  return (
    <form className={style.filters} onSubmit={apply} aria-label={intl.formatMessage({ id: 'audit.filter' })}>
      <TextField
        label={intl.formatMessage({ id: 'audit.from' })}
        placeholder={intl.formatMessage({ id: 'audit.moment' })}
        value={typed.from}
        maxLength={30}
        error={tried && from === null && intl.formatMessage({ id: 'audit.moment.wrong' })}
        onChange={set('from')}
      />
      <TextField
        label={intl.formatMessage({ id: 'audit.to' })}
        placeholder={intl.formatMessage({ id: 'audit.moment' })}
        value={typed.to}
        maxLength={30}
        error={tried && to === null && intl.formatMessage({ id: 'audit.moment.wrong' })}
        onChange={set('to')}
      />
      <TextField
        label={intl.formatMessage({ id: 'audit.actor' })}
        value={typed.actor}
        maxLength={100}
        onChange={set('actor')}
      />
      <TextField
        label={intl.formatMessage({ id: 'audit.event' })}
        value={typed.event}
        list={events}
        maxLength={100}
        spellCheck={false}
        onChange={set('event')}
      />
      <datalist id={events}>
        {Object.entries(EVENTS).map(([event, id]) => (
          <option key={event} value={event}>
            {intl.formatMessage({ id })}
          </option>
        ))}
      </datalist>
      <TextField
        label={intl.formatMessage({ id: 'audit.case' })}
        value={typed.case}
        maxLength={200}
        onChange={set('case')}
      />
      <ChoiceField
        label={intl.formatMessage({ id: 'audit.outcome' })}
        value={typed.outcome}
        data={[
          { value: '', label: intl.formatMessage({ id: 'audit.outcome.any' }) },
          { value: 'done', label: intl.formatMessage({ id: 'mark.done' }) },
          { value: 'refused', label: intl.formatMessage({ id: 'mark.refused' }) },
          { value: 'failed', label: intl.formatMessage({ id: 'mark.failed' }) },
        ]}
        onChange={set('outcome')}
      />
      <div className={style.buttons}>
        <Button type="submit" weight="main">
          <FormattedMessage id="audit.filter.apply" />
        </Button>
        {Object.keys(filter).length > 0 && (
          <Button weight="quiet" onClick={() => onFilter({})}>
            <FormattedMessage id="audit.filter.clear" />
          </Button>
        )}
        <span className={style.ranges}>
          {RANGES.map(({ id, days }) => (
            <Button key={id} weight="quiet" onClick={() => onFilter(rangeOf(filter, days))}>
              <FormattedMessage id={id} />
            </Button>
          ))}
        </span>
      </div>
    </form>
  );
}

function rangeOf({ to: _, ...filter }: RecordFilter, days: number): RecordFilter {
  return { ...filter, from: dayBefore(new Date(), days) };
}
