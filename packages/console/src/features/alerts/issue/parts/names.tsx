import type { ListedName } from '@entente/contracts/alerts';
import type { AlertRule } from '@entente/contracts/alerts/rules';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ChoiceField, TextField } from '../../../../ui/field.tsx';
import { NAME_KINDS } from '../../../../ui/identity-words.ts';
import { scriptTag } from '../../../../ui/script.ts';
import { choicesOf } from '../../words/choices.ts';
import { Group } from '../fields/group.tsx';
import { Rows } from '../fields/rows.tsx';
import { fieldId, useFault, useForm, usePart } from '../form.ts';
import { scriptOf } from '../names.ts';
import style from './parts.module.css';

interface NamesProps {
  /** The list of names. */
  pointer: string;
  hint?: ReactNode;
  asks?: readonly AlertRule[];
}

const MOST_NAMES = 50;

/** Names as they are written: in the original script, in Latin letters, former ones and aliases with their quality. */
export function Names({ pointer, hint, asks }: NamesProps) {
  const intl = useIntl();
  return (
    <Group pointer={pointer} hint={hint} asks={asks ?? []}>
      <Rows
        pointer={pointer}
        fresh={{ full: '', kind: 'alias', quality: 'good', script: 'Latn' }}
        add={intl.formatMessage({ id: 'issue.names.add' })}
        most={MOST_NAMES}
      >
        {(at) => <NameAt pointer={at} />}
      </Rows>
    </Group>
  );
}

function NameAt({ pointer }: { pointer: string }) {
  const intl = useIntl();
  const { assessor, speech } = useForm();
  const [name = {}, setName] = usePart<Partial<ListedName>>(pointer);
  const fault = useFault(`${pointer}/full`);
  const kind = name.kind ?? 'alias';
  const leave = () => void assessor.leave(`${pointer}/full`);
  const choices = (part: string) => choicesOf(intl, speech.profile, `${pointer}/${part}`) ?? [];
  return (
    <div className={style.name}>
      <TextField
        id={fieldId(`${pointer}/full`)}
        label={intl.formatMessage({ id: LABELS[kind] })}
        error={fault}
        value={name.full ?? ''}
        dir="auto"
        lang={name.full ? scriptTag(name.full) : undefined}
        maxLength={300}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          const full = event.currentTarget.value;
          setName({ ...name, full, script: scriptOf(full) });
        }}
        onBlur={leave}
      />
      <ChoiceField
        label={intl.formatMessage({ id: 'alert.field.name.kind' })}
        value={kind}
        data={choices('kind').map(({ value }) => ({
          value,
          label: intl.formatMessage({ id: NAME_KINDS[value as ListedName['kind']] }),
        }))}
        onChange={(event) => setName({ ...name, kind: event.currentTarget.value as ListedName['kind'] })}
        onBlur={leave}
      />
      <ChoiceField
        label={intl.formatMessage({ id: 'alert.field.name.quality' })}
        value={name.quality ?? 'good'}
        data={choices('quality')}
        onChange={(event) => setName({ ...name, quality: event.currentTarget.value as ListedName['quality'] })}
        onBlur={leave}
      />
    </div>
  );
}

const LABELS = {
  'original-script': 'issue.name.original',
  primary: 'issue.name.latin',
  alias: 'issue.name.alias',
  former: 'issue.name.former',
} as const satisfies Record<ListedName['kind'], string>;
