import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { guideQuery } from '../../api/guide.ts';
import { Hidden } from '../../ui/hidden.tsx';
import style from './guide-place.module.css';
import { progressOf } from './progress.ts';

/** The folded guide: its name, and how far one has come. */
export function GuideTab({ open, onOpen }: { open: boolean; onOpen: () => void }) {
  const { data } = useQuery(guideQuery);
  return (
    <button type="button" className={style.tab} aria-expanded={open} onClick={onOpen}>
      <IconListCheck size={18} aria-hidden />
      <span>
        <FormattedMessage id="guide.label" />
      </span>
      {data?.prepared && <Count {...progressOf(data)} />}
    </button>
  );
}

function Count({ done, all }: { done: number; all: number }) {
  return (
    <>
      <span className={style.count} aria-hidden>
        {done}/{all}
      </span>
      <Hidden>
        <FormattedMessage id="guide.progress" values={{ done, all }} />
      </Hidden>
    </>
  );
}
