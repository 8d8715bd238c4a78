import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { OwnTrailFilter } from '../../api/audit.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { focusWrongField } from '../../ui/wrong-field.ts';
import { EVENTS } from './event-words.ts';
import { toLocal, toMoment } from './local-moment.ts';
import style from './own-trail.module.css';

interface OwnTrailFiltersProps {
  filter: OwnTrailFilter;
  onFilter: (filter: OwnTrailFilter) => void;
}

/** A span and an event; they take hold together, and are then in the address. */
export function OwnTrailFilters({ filter, onFilter }: OwnTrailFiltersProps) {
  const intl = useIntl();
  const [typed, setTyped] = useState(() => ({
    from: toLocal(filter.from),
    to: toLocal(filter.to),
    event: filter.event ?? '',
  }));
  const [tried, setTried] = useState(false);
  const from = toMoment(typed.from);
  const to = toMoment(typed.to, true);
  const set = (key: keyof typeof typed) => (event: { currentTarget: { value: string } }) =>
    setTyped({ ...typed, [key]: event.currentTarget.value });
  const events = Object.entries(EVENTS)
    .map(([value, id]) => ({ value, label: intl.formatMessage({ id }) }))
    .sort((left, right) => left.label.localeCompare(right.label, intl.locale));

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (from === null || to === null) return focusWrongField(event.currentTarget);
    onFilter({ ...(from && { from }), ...(to && { to }), ...(typed.event && { event: typed.event }) });
  }

  return (
    <form className={style.filters} onSubmit={apply} noValidate aria-label={intl.formatMessage({ id: 'audit.filter' })}>
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
      <ChoiceField
        label={intl.formatMessage({ id: 'audit.event' })}
        value={typed.event}
        data={[{ value: '', label: intl.formatMessage({ id: 'officers.filter.any' }) }, ...events]}
        onChange={set('event')}
      />
      <div className={style.buttons}>
        <Button type="submit">
          <FormattedMessage id="audit.filter.apply" />
        </Button>
        {Object.keys(filter).length > 0 && (
          <Button weight="quiet" onClick={() => onFilter({})}>
            <FormattedMessage id="audit.filter.clear" />
          </Button>
        )}
      </div>
    </form>
  );
}
