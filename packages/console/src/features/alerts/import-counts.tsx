import type { ImportCounts } from '@entente/contracts/alerts';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import style from './import-counts.module.css';

/** The counts as the sum they are: read = added + changed + unchanged + refused; removed stands apart. */
export function ImportCountsView({ counts }: { counts: ImportCounts }) {
  return (
    <dl className={style.counts}>
      <Count id="count.read" value={counts.read} />
      <Count id="count.added" value={counts.added} sign="=" />
      <Count id="count.changed" value={counts.changed} sign="+" />
      <Count id="count.unchanged" value={counts.unchanged} sign="+" />
      <Count id="count.refused" value={counts.refused} sign="+" grave={counts.refused > 0} />
      <Count id="count.removed" value={counts.removed} apart />
    </dl>
  );
}

type CountId = 'count.read' | 'count.added' | 'count.changed' | 'count.unchanged' | 'count.refused' | 'count.removed';

interface CountProps {
  id: CountId;
  value: number;
  /** How it joins the count before it. */
  sign?: '=' | '+';
  grave?: boolean;
  apart?: boolean;
}

function Count({ id, value, sign, grave = false, apart = false }: CountProps) {
  return (
    <div className={style.count} data-sign={sign} data-grave={grave || undefined} data-apart={apart || undefined}>
      <dt>
        <FormattedMessage id={id} />
      </dt>
      <dd>
        <FormattedNumber value={value} />
      </dd>
    </div>
  );
}
