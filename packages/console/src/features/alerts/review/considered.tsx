import type { AlertView } from '@entente/contracts/alerts/alert';
import { FormattedMessage } from 'react-intl';
import { Panel } from '../../../ui/panel.tsx';
import style from './review.module.css';

/** Those alike whom the author looked at before submitting, and why he says they are others. */
export function Considered({ considered }: { considered: AlertView['considered'] }) {
  if (considered.length === 0) return null;
  return (
    <Panel title={<FormattedMessage id="review.considered" />}>
      <ul className={style.considered}>
        {considered.map(({ source, ref, why }) => (
          <li key={`${source} ${ref}`}>
            <code>{ref}</code> <span className={style.before}>{source}</span>
            <p dir="auto">{why}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
