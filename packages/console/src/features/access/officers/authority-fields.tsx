import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { authoritiesQuery } from '../../../api/officers.ts';
import { ChoiceField, TextField } from '../../../ui/field.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { type AuthorityDraft, type AuthorityFault, NEW_AUTHORITY } from './officer-draft.ts';

const LANGUAGES = [
  { key: 'en', label: 'officers.authority.en', lang: 'en' },
  { key: 'ru', label: 'officers.authority.ru', lang: 'ru' },
  { key: 'zh', label: 'officers.authority.zh', lang: 'zh' },
] as const;

interface AuthorityFieldsProps {
  draft: AuthorityDraft;
  fault?: AuthorityFault | undefined;
  onDraft: (draft: AuthorityDraft) => void;
}

/** One of the authorities the node knows, or a new one with its id and its name in three languages. */
export function AuthorityFields({ draft, fault, onDraft }: AuthorityFieldsProps) {
  const intl = useIntl();
  const translated = useTranslated();
  const { data: authorities = [] } = useQuery(authoritiesQuery);
  const set = (key: keyof AuthorityDraft) => (event: { currentTarget: { value: string } }) =>
    onDraft({ ...draft, [key]: event.currentTarget.value });
  return (
    <>
      <ChoiceField
        label={intl.formatMessage({ id: 'officers.authority' })}
        value={draft.chosen}
        error={fault === 'none' && intl.formatMessage({ id: 'officers.authority.none' })}
        data={[
          { value: '', label: intl.formatMessage({ id: 'officers.authority.choose' }) },
          ...authorities.map(({ id, names }) => ({ value: id, label: translated(names) })),
          { value: NEW_AUTHORITY, label: intl.formatMessage({ id: 'officers.authority.new' }) },
        ]}
        onChange={set('chosen')}
      />
      {draft.chosen === NEW_AUTHORITY && (
        <>
          <TextField
            label={intl.formatMessage({ id: 'officers.authority.id' })}
            hint={intl.formatMessage({ id: 'officers.authority.id.hint' })}
            value={draft.id}
            maxLength={100}
            autoCapitalize="none"
            spellCheck={false}
            error={fault === 'id' && intl.formatMessage({ id: 'officers.authority.id.wrong' })}
            onChange={set('id')}
          />
          {LANGUAGES.map(({ key, label, lang }) => (
            <TextField
              key={key}
              label={intl.formatMessage({ id: label })}
              lang={lang}
              value={draft[key]}
              maxLength={200}
              error={
                fault === 'names' && !draft[key].trim() && intl.formatMessage({ id: 'officers.authority.name.missing' })
              }
              onChange={set(key)}
            />
          ))}
        </>
      )}
    </>
  );
}
