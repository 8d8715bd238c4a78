import type { Band } from '@entente/contracts/screening';
import type { PassengerHit } from '@entente/contracts/screening/passenger-list';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Empty } from '../../../ui/empty.tsx';
import { ChoiceField, TextField } from '../../../ui/field.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { moveAmongCandidates } from '../desk-keys.ts';
import { EVERYONE, filterHits } from './filter-hits.ts';
import { HitRow } from './hit-row.tsx';
import { pageOf } from './page-of.ts';
import style from './passengers.module.css';

const PER_PAGE = 25;
const BANDS = [
  ['', 'passengers.band.all'],
  ['exact-document', 'mark.exact-document'],
  ['strong', 'mark.strong'],
  ['possible', 'mark.possible'],
] as const;

/** Who may be meant, the gravest first: filtered, by pages, arrows up and down, Enter opens. */
export function Hits({ hits, running }: { hits: PassengerHit[]; running: boolean }) {
  const intl = useIntl();
  const [filter, setFilter] = useState(EVERYONE);
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const found = filterHits(hits, filter);
  const shown = pageOf(found, page, PER_PAGE);
  useEffect(() => {
    function keys(event: KeyboardEvent) {
      if (!event.defaultPrevented && !document.querySelector('dialog[open]')) moveAmongCandidates(event, null);
    }
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  }, []);

  function toggle(check: string) {
    const next = new Set(open);
    if (!next.delete(check)) next.add(check);
    setOpen(next);
  }

  return (
    <Panel flush title={<FormattedMessage id="passengers.hits.title" values={{ count: hits.length }} />}>
      {hits.length === 0 && (
        <Empty title={<FormattedMessage id={running ? 'passengers.hits.none-yet' : 'passengers.hits.none'} />}>
          {!running && <FormattedMessage id="passengers.hits.none.words" />}
        </Empty>
      )}
      {hits.length > 1 && (
        <div className={style.filter}>
          <TextField
            label={intl.formatMessage({ id: 'passengers.filter' })}
            value={filter.text}
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
          />
          <ChoiceField
            label={intl.formatMessage({ id: 'passengers.band' })}
            value={filter.band}
            data={BANDS.map(([value, id]) => ({ value, label: intl.formatMessage({ id }) }))}
            onChange={(event) => setFilter({ ...filter, band: event.currentTarget.value as Band | '' })}
          />
        </div>
      )}
      {hits.length > 0 && (
        <p className={style.verify}>
          <FormattedMessage id="answer.verify" />
        </p>
      )}
      {hits.length > 0 && found.length === 0 && <Empty title={<FormattedMessage id="passengers.filter.none" />} />}
      <ol className={style.hits}>
        {shown.rows.map((hit) => (
          <HitRow key={hit.check} hit={hit} open={open.has(hit.check)} onToggle={() => toggle(hit.check)} />
        ))}
      </ol>
      {found.length > PER_PAGE && (
        <Pager
          page={shown.page}
          perPage={PER_PAGE}
          total={found.length}
          next={shown.next}
          onFirst={() => setPage(1)}
          onNext={() => setPage(shown.page + 1)}
        />
      )}
    </Panel>
  );
}
