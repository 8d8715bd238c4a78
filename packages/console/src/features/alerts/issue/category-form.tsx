import type { AlertKind, Catalogue, Category } from '@entente/contracts/alerts/catalogue';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { beginDraft } from '../../../api/alerts/alert.ts';
import { Button } from '../../../ui/button.tsx';
import formStyle from '../../../ui/form.module.css';
import { SUBJECT_KINDS } from '../../../ui/listed-words.ts';
import { RadioField } from '../../../ui/radio-field.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { StepFailure } from '../acts/step-failure.tsx';
import { useStep } from '../acts/use-step.ts';
import { freshContent } from './fresh-content.ts';
import style from './issue.module.css';

/** Which category, and about what; then the draft begins. */
export function CategoryForm({ catalogue }: { catalogue: Catalogue }) {
  const translated = useTranslated();
  const navigate = useNavigate();
  const { busy, failure, take } = useStep();
  const [chosen, setChosen] = useState('');
  const [about, setAbout] = useState<AlertKind | ''>('');
  const [tried, setTried] = useState(false);
  const category = catalogue.categories.find(({ id }) => id === chosen);
  const kind = category?.kinds.length === 1 ? category.kinds[0]! : about;

  async function begin(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (!category || kind === '') return focusWrongField(event.currentTarget);
    const begun = await take(() => beginDraft({ content: freshContent(category, kind, catalogue.state.iso3) }));
    if (begun) await navigate({ to: '/alerts/$id/edit', params: { id: begun.id } });
  }

  return (
    <form className={`${style.form} ${style.categories}`} onSubmit={begin} noValidate>
      <StepFailure failure={failure} />
      <RadioField
        label={<FormattedMessage id="issue.category" />}
        value={chosen}
        choices={catalogue.categories.map((one) => ({
          value: one.id,
          label: translated(one.names),
          hint: <CategoryHint category={one} catalogue={catalogue} />,
        }))}
        error={tried && !category && <FormattedMessage id="issue.category.missing" />}
        onChoose={(next) => {
          setChosen(next);
          setAbout('');
        }}
      />
      {category && category.kinds.length > 1 && (
        <RadioField<AlertKind>
          label={<FormattedMessage id="alert.field.kind" />}
          inline
          value={about}
          choices={category.kinds.map((value) => ({ value, label: <FormattedMessage id={SUBJECT_KINDS[value]} /> }))}
          error={tried && about === '' && <FormattedMessage id="issue.kind.missing" />}
          onChoose={setAbout}
        />
      )}
      <div className={formStyle.buttons}>
        <Button type="submit" weight="main" busy={busy}>
          <FormattedMessage id="issue.begin" />
        </Button>
      </div>
    </form>
  );
}

/** What a category is for, what it may ask of an officer, and where its rules come from. */
function CategoryHint({ category, catalogue }: { category: Category; catalogue: Catalogue }) {
  const intl = useIntl();
  const translated = useTranslated();
  const actions = catalogue.actions.filter(({ id }) => category.actions.includes(id));
  return (
    <>
      {translated(category.meaning)}
      <span className={style.needs}>
        <FormattedMessage
          id="issue.category.asks"
          values={{
            actions: intl.formatList(
              actions.map(({ names }) => translated(names)),
              { type: 'disjunction' },
            ),
            days: category.longestLifeDays,
          }}
        />{' '}
        <i>{category.source}</i>
      </span>
    </>
  );
}
