import type { ChecklistItem } from '@entente/contracts/screening/second-line';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useStore } from '../../../api/store.ts';
import { TextField } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/problem.tsx';
import { RadioField } from '../../../ui/radio-field.tsx';
import style from './checklist.module.css';
import type { ChecklistKeeper } from './checklist-keeper.ts';
import { answered, FINDINGS, ITEM_HINTS, ITEMS, ORDER } from './checklist-words.ts';

const STATES = {
  saved: 'checklist.saved',
  unsaved: 'checklist.saving',
  saving: 'checklist.saving',
  failed: 'checklist.failed',
} as const;

/** Document, photograph, marks, questions: what agrees, what differs, what cannot be compared; saved as one goes. */
export function Checklist({ keeper }: { keeper: ChecklistKeeper }) {
  const { checklist, state, failure } = useStore(keeper.kept);
  return (
    <fieldset className={style.checklist}>
      <legend className={style.legend}>
        <FormattedMessage id="checklist.title" />
        <span className={style.state} role="status" data-state={state}>
          <FormattedMessage id={STATES[state]} />
        </span>
      </legend>
      {ORDER.map((item) => (
        <Item
          key={item}
          item={item}
          given={checklist.find((one) => one.item === item)}
          onAnswer={(next) => keeper.change(answered(checklist, next))}
        />
      ))}
      {failure !== null && <ProblemNote error={failure} retry={() => void keeper.saveNow()} />}
    </fieldset>
  );
}

interface ItemProps {
  item: ChecklistItem['item'];
  given: ChecklistItem | undefined;
  onAnswer: (item: ChecklistItem) => void;
}

function Item({ item, given, onAnswer }: ItemProps) {
  const intl = useIntl();
  const [note, setNote] = useState(given?.note ?? '');
  return (
    <div className={style.item} data-finding={given?.finding}>
      <RadioField
        label={<FormattedMessage id={ITEMS[item]} />}
        hint={<FormattedMessage id={ITEM_HINTS[item]} />}
        value={given?.finding ?? ''}
        inline
        choices={(['agrees', 'differs', 'not-possible'] as const).map((value) => ({
          value,
          label: <FormattedMessage id={FINDINGS[value]} />,
        }))}
        onChoose={(finding) => onAnswer({ item, finding, ...(note.trim() && { note: note.trim() }) })}
      />
      <TextField
        label={intl.formatMessage({ id: 'checklist.note' })}
        aria-label={intl.formatMessage({ id: 'checklist.note.of' }, { item: intl.formatMessage({ id: ITEMS[item] }) })}
        value={note}
        // Kept with its finding; without one it would be lost on leaving.
        disabled={!given}
        maxLength={1000}
        autoComplete="off"
        dir="auto"
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setNote(typed);
          if (given) onAnswer({ item, finding: given.finding, ...(typed.trim() && { note: typed.trim() }) });
        }}
      />
    </div>
  );
}
