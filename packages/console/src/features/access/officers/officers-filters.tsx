import type { Role } from '@entente/contracts/access';
import type { OfficerState } from '@entente/contracts/access/officers';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { authoritiesQuery, type OfficerFilter } from '../../../api/officers.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceField, TextField } from '../../../ui/field.tsx';
import { MARKS } from '../../../ui/mark.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { ROLES } from '../roles.ts';
import style from './officers.module.css';

const STATES = ['open', 'closed', 'locked'] as const satisfies OfficerState[];
/** Letters are looked for once the officer pauses. */
const PAUSE_MS = 250;

interface OfficersFiltersProps {
  text: string;
  filter: Omit<OfficerFilter, 'text'>;
  onText: (text: string) => void;
  onFilter: (filter: Omit<OfficerFilter, 'text'>) => void;
  onClear: () => void;
}

/** Narrows the list as it is typed and chosen. */
export function OfficersFilters({ text, filter, onText, onFilter, onClear }: OfficersFiltersProps) {
  const intl = useIntl();
  const translated = useTranslated();
  const { data: authorities = [] } = useQuery(authoritiesQuery);
  const [typed, setTyped] = useState(text);
  const any = { value: '', label: intl.formatMessage({ id: 'officers.filter.any' }) };

  useEffect(() => {
    if (typed === text) return;
    const later = setTimeout(() => onText(typed), PAUSE_MS);
    return () => clearTimeout(later);
  }, [typed, text, onText]);

  function narrow(key: keyof typeof filter, value: string) {
    const { [key]: _, ...others } = filter;
    onFilter(value ? { ...others, [key]: value } : others);
  }

  return (
    <search className={style.filters}>
      <TextField
        type="search"
        label={intl.formatMessage({ id: 'officers.filter.name' })}
        value={typed}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ChoiceField
        label={intl.formatMessage({ id: 'officers.role' })}
        value={filter.role ?? ''}
        data={[
          any,
          ...(Object.keys(ROLES) as Role[]).map((role) => ({
            value: role,
            label: intl.formatMessage({ id: ROLES[role] }),
          })),
        ]}
        onChange={(event) => narrow('role', event.currentTarget.value)}
      />
      <ChoiceField
        label={intl.formatMessage({ id: 'officers.authority' })}
        value={filter.authority ?? ''}
        data={[any, ...authorities.map(({ id, names }) => ({ value: id, label: translated(names) }))]}
        onChange={(event) => narrow('authority', event.currentTarget.value)}
      />
      <ChoiceField
        label={intl.formatMessage({ id: 'officers.way-in' })}
        value={filter.state ?? ''}
        data={[
          any,
          ...STATES.map((state) => ({ value: state, label: intl.formatMessage({ id: MARKS[`way-${state}`].id }) })),
        ]}
        onChange={(event) => narrow('state', event.currentTarget.value)}
      />
      {(typed !== '' || Object.keys(filter).length > 0) && (
        <Button
          weight="quiet"
          className={style.clear ?? ''}
          onClick={() => {
            setTyped('');
            onClear();
          }}
        >
          <FormattedMessage id="audit.filter.clear" />
        </Button>
      )}
    </search>
  );
}
