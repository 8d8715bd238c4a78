import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../../../ui/button.tsx';
import { useForm, usePart } from '../form.ts';
import style from './fields.module.css';

interface RowsProps {
  /** The list. */
  pointer: string;
  /** One item, by its pointer and place. */
  children: (pointer: string, place: number) => ReactNode;
  /** What a new item begins as. */
  fresh: unknown;
  /** The button's verb. */
  add: string;
  /** How many items at most. */
  most: number;
}

/** A list of items to which more are added, and from which any may be taken. */
export function Rows({ pointer, children, fresh, add, most }: RowsProps) {
  const intl = useIntl();
  const { assessor } = useForm();
  const [items = [], setItems] = usePart<unknown[]>(pointer);
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    // Whoever adds an item goes on writing in it.
    if (added.current) list.current?.lastElementChild?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    added.current = false;
  });
  return (
    <div className={style.rows}>
      <div ref={list} className={style.rows}>
        {items.map((_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its place alone
          <div key={place} className={style.row}>
            {children(`${pointer}/${place}`, place)}
            <button
              type="button"
              className={style.remove}
              aria-label={intl.formatMessage({ id: 'issue.remove' }, { number: place + 1 })}
              onClick={() => {
                setItems(items.toSpliced(place, 1));
                void assessor.leave(pointer);
              }}
            >
              <IconX size={16} aria-hidden />
            </button>
          </div>
        ))}
      </div>
      {items.length < most && (
        <div>
          <Button
            weight="quiet"
            icon={<IconPlus aria-hidden />}
            onClick={() => {
              added.current = true;
              setItems([...items, fresh]);
            }}
          >
            {add}
          </Button>
        </div>
      )}
    </div>
  );
}
