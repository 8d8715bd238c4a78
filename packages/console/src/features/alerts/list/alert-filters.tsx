import { IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { catalogueQuery } from '../../../api/alerts/catalogue.ts';
import type { AlertFilter } from '../../../api/alerts/list.ts';
import { organisationQuery } from '../../../api/membership.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceField, TextField } from '../../../ui/field.tsx';
import { SUBJECT_KINDS } from '../../../ui/listed-words.ts';
import { MARKS } from '../../../ui/mark.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import style from './alert-filters.module.css';
import { isNarrowed } from './query.ts';

interface AlertFiltersProps {
  filter: AlertFilter;
  /** Changes the filter as it stands when the change is made: two quick choices both hold. */
  onFilter: (change: (filter: AlertFilter) => AlertFilter) => void;
  /** How many alerts of other states wait for acceptance. */
  unaccepted: number;
  /** Beside the buttons: filters kept under a name. */
  children: ReactNode;
}

const STATUSES = [
  'in-force',
  'in-review',
  'draft',
  'suspended',
  'refused',
  'abandoned',
  'withdrawn',
  'expired',
  'deleted',
] as const;
const SOON = [7, 30, 90];
const ONLY = {
  awaiting: 'alerts.awaiting',
  unaccepted: 'alerts.unaccepted',
  mine: 'alerts.mine',
} as const;

/** What narrows the list. A choice takes hold at once, typed text on Enter; all of it stands in the address. */
export function AlertFilters({ filter, onFilter, unaccepted, children }: AlertFiltersProps) {
  const intl = useIntl();
  const translated = useTranslated();
  const { data: catalogue } = useQuery(catalogueQuery);
  const { data: organisation } = useQuery(organisationQuery);
  const [text, setText] = useState(filter.text ?? '');
  const [searched, setSearched] = useState(filter.text);
  if (searched !== filter.text) {
    // Another search came by the address or a saved filter; what is typed follows it.
    setSearched(filter.text);
    setText(filter.text ?? '');
  }
  const members = organisation?.states.filter(({ role }) => role === 'member') ?? [];
  const any = { value: '', label: intl.formatMessage({ id: 'alerts.any' }) };
  const anyTime = { value: '', label: intl.formatMessage({ id: 'alerts.any-time' }) };
  const soon = [anyTime, ...SOON.map((days) => ({ value: String(days), label: within(days) }))];

  function within(days: number): string {
    return intl.formatMessage({ id: 'alerts.within' }, { days });
  }

  /** Changes one part of the filter, or takes it out. */
  function narrow(key: keyof AlertFilter, value: string | number | true | undefined) {
    onFilter(({ [key]: _, ...rest }) =>
      value === undefined || value === '' ? rest : ({ ...rest, [key]: value } as AlertFilter),
    );
  }

  function search(event: FormEvent) {
    event.preventDefault();
    narrow('text', text.trim());
  }

  return (
    <section className={style.filters} aria-label={intl.formatMessage({ id: 'alerts.filters' })}>
      <form className={style.search} onSubmit={search}>
        <TextField
          label={intl.formatMessage({ id: 'alerts.search' })}
          hint={intl.formatMessage({ id: 'alerts.search.hint' })}
          value={text}
          dir="auto"
          maxLength={300}
          autoComplete="off"
          spellCheck={false}
          leftSection={<IconSearch size={16} aria-hidden />}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" weight="main">
          <FormattedMessage id="alerts.search.go" />
        </Button>
      </form>
      <div className={style.choices}>
        <ChoiceField
          label={intl.formatMessage({ id: 'alerts.column.status' })}
          value={filter.status ?? ''}
          data={[any, ...STATUSES.map((value) => ({ value, label: intl.formatMessage({ id: MARKS[value].id }) }))]}
          onChange={(event) => narrow('status', event.currentTarget.value)}
        />
        <ChoiceField
          label={intl.formatMessage({ id: 'alerts.column.category' })}
          value={filter.category ?? ''}
          data={[
            any,
            ...(catalogue?.categories ?? []).map(({ id, names }) => ({ value: id, label: translated(names) })),
          ]}
          onChange={(event) => narrow('category', event.currentTarget.value)}
        />
        <ChoiceField
          label={intl.formatMessage({ id: 'alerts.column.kind' })}
          value={filter.kind ?? ''}
          data={[
            any,
            ...Object.entries(SUBJECT_KINDS).map(([value, id]) => ({ value, label: intl.formatMessage({ id }) })),
          ]}
          onChange={(event) => narrow('kind', event.currentTarget.value)}
        />
        <ChoiceField
          label={intl.formatMessage({ id: 'alerts.column.owner' })}
          value={filter.owner ?? ''}
          data={[any, ...members.map(({ iso2, names }) => ({ value: iso2, label: translated(names) }))]}
          onChange={(event) => narrow('owner', event.currentTarget.value)}
        />
        <ChoiceField
          label={intl.formatMessage({ id: 'alerts.column.expires' })}
          value={filter.expires === undefined ? '' : String(filter.expires)}
          data={withOwn(soon, filter.expires, within)}
          onChange={(event) => narrow('expires', numberOf(event.currentTarget.value))}
        />
        <ChoiceField
          label={intl.formatMessage({ id: 'alerts.column.review' })}
          value={filter.review === undefined ? '' : String(filter.review)}
          data={withOwn(soon, filter.review, within)}
          onChange={(event) => narrow('review', numberOf(event.currentTarget.value))}
        />
      </div>
      <div className={style.end}>
        {(['awaiting', 'unaccepted', 'mine'] as const).map((key) => (
          <label key={key} className={style.check}>
            <input
              type="checkbox"
              checked={filter[key] ?? false}
              onChange={(event) => narrow(key, event.currentTarget.checked || undefined)}
            />
            <FormattedMessage id={ONLY[key]} values={{ count: unaccepted }} />
          </label>
        ))}
        {isNarrowed(filter) && (
          <Button weight="quiet" icon={<IconX aria-hidden />} onClick={() => onFilter(() => ({}))}>
            <FormattedMessage id="audit.filter.clear" />
          </Button>
        )}
        <span className={style.saved}>{children}</span>
      </div>
    </section>
  );
}

function numberOf(value: string): number | undefined {
  return value === '' ? undefined : Number(value);
}

/** The choices with one for a number of days that an address brought. */
function withOwn(choices: { value: string; label: string }[], days: number | undefined, say: (days: number) => string) {
  if (days === undefined || SOON.includes(days)) return choices;
  return [...choices, { value: String(days), label: say(days) }];
}
