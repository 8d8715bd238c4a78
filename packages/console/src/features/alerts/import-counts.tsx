import type { ImportCounts } from '@entente/contracts/alerts';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import style from './import-counts.module.css';

/** The counts as the sum they are: read = added + changed + unchanged + refused; removed stands apart. */
export function ImportCountsView({ counts }: { counts: ImportCounts }) {
  return (
    <dl className={style.counts}>
      <Count id="count.read" value={counts.read} />
      <Sign>=</Sign>
      <Count id="count.added" value={counts.added} />
      <Sign>+</Sign>
      <Count id="count.changed" value={counts.changed} />
      <Sign>+</Sign>
      <Count id="count.unchanged" value={counts.unchanged} />
      <Sign>+</Sign>
      <Count id="count.refused" value={counts.refused} grave={counts.refused > 0} />
      <div className={style.apart}>
        <Count id="count.removed" value={counts.removed} />
      </div>
    </dl>
  );
}

type CountId = 'count.read' | 'count.added' | 'count.changed' | 'count.unchanged' | 'count.refused' | 'count.removed';

function Count({ id, value, grave = false }: { id: CountId; value: number; grave?: boolean }) {
  return (
    <div className={style.count} data-grave={grave || undefined}>
      <dt>
        <FormattedMessage id={id} />
      </dt>
      <dd>
        <FormattedNumber value={value} />
      </dd>
    </div>
  );
}

function Sign({ children }: { children: string }) {
  return (
    <div className={style.sign} aria-hidden="true">
      {children}
    </div>
  );
}
