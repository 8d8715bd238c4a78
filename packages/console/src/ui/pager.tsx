import { useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from './button.tsx';
import style from './pager.module.css';

interface PagerProps {
  /** Counted from 1; only for the reader, the cursor says where a page begins. */
  page: number;
  /** Absent where the node does not count. */
  total?: number;
  perPage?: number;
  /** There are more than `total`, which is as far as the node counts. */
  more?: boolean;
  next: string | null;
  onFirst: () => void;
  onNext: (cursor: string) => void;
}

/** Pages of a long table. Going back is the browser's back button, or the first page. */
export function Pager({ page, total, perPage = 50, more = false, next, onFirst, onNext }: PagerProps) {
  const from = (page - 1) * perPage + 1;
  const pager = useRef<HTMLDivElement>(null);
  const shown = useRef(page);
  useEffect(() => {
    // A turned page is read from its top.
    if (shown.current !== page) pager.current?.closest('section')?.scrollIntoView({ block: 'start' });
    shown.current = page;
  }, [page]);
  return (
    <div ref={pager} className={style.pager}>
      <p>
        {total === undefined ? (
          <FormattedMessage id="ui.page.number" values={{ page }} />
        ) : (
          <FormattedMessage
            id={more ? 'ui.page.more' : 'ui.page'}
            values={{ from: Math.min(from, total), to: Math.min(total, from + perPage - 1), total }}
          />
        )}
      </p>
      {(page > 1 || next) && (
        <div className={style.buttons}>
          <Button disabled={page === 1} onClick={onFirst}>
            <FormattedMessage id="ui.page.first" />
          </Button>
          <Button disabled={!next} onClick={() => next && onNext(next)}>
            <FormattedMessage id="ui.page.next" />
          </Button>
        </div>
      )}
    </div>
  );
}
