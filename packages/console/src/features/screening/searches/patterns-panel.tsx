import type { ScreeningFigures } from '@entente/contracts/screening/shift';
import { FormattedMessage, useIntl } from 'react-intl';
import { Empty } from '../../../ui/empty.tsx';
import { Shape } from '../../../ui/mark.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { patternInWords } from './patterns.ts';
import style from './searches.module.css';

/** What is out of the ordinary, in words: a question for oversight to ask. */
export function PatternsPanel({ patterns }: { patterns: ScreeningFigures['patterns'] }) {
  const intl = useIntl();
  return (
    <Panel flush title={<FormattedMessage id="patterns.title" />} aside={<FormattedMessage id="patterns.aside" />}>
      {patterns.length === 0 ? (
        <Empty title={<FormattedMessage id="patterns.none" />} />
      ) : (
        <ul className={style.patterns}>
          {patterns.map((one) => (
            <li key={`${one.pattern} ${one.officer.id} ${one.day}`}>
              <Shape kind="possible" size={14} />
              <span>{patternInWords(intl, one)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
