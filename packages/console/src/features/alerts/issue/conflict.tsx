import { useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useStore } from '../../../api/store.ts';
import { Button } from '../../../ui/button.tsx';
import formStyle from '../../../ui/form.module.css';
import { Moment } from '../../../ui/moment.tsx';
import { RadioField } from '../../../ui/radio-field.tsx';
import { placeInWords, valueInWords } from '../words/content-words.ts';
import { treeOf } from './draft-keeper.ts';
import { useForm } from './form.ts';
import style from './issue.module.css';
import { type Disagreement, findDisagreements, mergeTrees, type Side, usualSide } from './merging.ts';

/** Two officers wrote at once: both texts, field by field, and the choice between them. Neither is lost. */
export function Conflict() {
  const { keeper, speech } = useForm();
  const { theirs, tree, base } = useStore(keeper.kept);
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const [busy, setBusy] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  if (!theirs) return null;
  const version = theirs.pendingVersion;
  const writable = version?.state === 'draft';
  const other = treeOf(theirs);
  const fields = findDisagreements(base, tree, other);
  const sideOf = (field: Disagreement) => chosen[field.pointer] ?? usualSide(field);
  const settle = async (sides: Record<string, Side>) => {
    setBusy(true);
    await keeper.settle(mergeTrees(tree, other, sides));
    setBusy(false);
  };
  const all = (side: Side) => Object.fromEntries(fields.map(({ pointer }) => [pointer, side]));
  const values = {
    author: <bdi>{version?.author.name ?? theirs.steps.at(-1)?.by.name ?? ''}</bdi>,
    at: <Moment at={version?.savedAt ?? theirs.updatedAt} />,
  };
  return (
    <section ref={panel} className={style.conflict} tabIndex={-1} aria-labelledby="conflict">
      <h2 id="conflict">
        <FormattedMessage id={writable ? 'issue.conflict' : 'issue.conflict.ended'} values={values} />
      </h2>
      <p>
        <FormattedMessage id={writable ? 'issue.conflict.about' : 'issue.conflict.ended.about'} />
      </p>
      {writable && (
        <>
          <ul className={style.fields}>
            {fields.map((field) => (
              <li key={field.pointer}>
                <RadioField<Side>
                  label={placeInWords(speech.intl, field.pointer)}
                  hint={<FormattedMessage id={CHANGED_BY[field.changedBy]} />}
                  value={sideOf(field)}
                  choices={(['mine', 'theirs'] as const).map((side) => ({
                    value: side,
                    label: <FormattedMessage id={side === 'mine' ? 'issue.conflict.mine' : 'issue.conflict.theirs'} />,
                    hint: valueInWords(speech, field.pointer, field[side]),
                  }))}
                  onChoose={(side) => setChosen({ ...chosen, [field.pointer]: side })}
                />
              </li>
            ))}
          </ul>
          <div className={formStyle.buttons}>
            <Button
              weight="main"
              busy={busy}
              onClick={() => void settle(Object.fromEntries(fields.map((field) => [field.pointer, sideOf(field)])))}
            >
              <FormattedMessage id="issue.conflict.merge" />
            </Button>
            <Button onClick={() => void settle(all('mine'))}>
              <FormattedMessage id="issue.conflict.keep-mine" />
            </Button>
            <Button onClick={() => void settle(all('theirs'))}>
              <FormattedMessage id="issue.conflict.take-theirs" />
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

const CHANGED_BY = {
  me: 'issue.conflict.by-me',
  them: 'issue.conflict.by-them',
  both: 'issue.conflict.by-both',
} as const;
