import type { ListView } from '@entente/contracts/alerts';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { Button } from '../../ui/button.tsx';
import { dayInWords } from '../../ui/day.ts';
import { ACTIONS } from '../../ui/listed-words.ts';
import { Mark } from '../../ui/mark.tsx';
import { Moment } from '../../ui/moment.tsx';
import { useTranslated } from '../../ui/translated.ts';
import style from './lists.module.css';

interface ListRowProps {
  list: ListView;
  mayState: boolean;
  onState: () => void;
  onWithdraw: () => void;
}

export function ListRow({ list, mayState, onState, onWithdraw }: ListRowProps) {
  const translated = useTranslated();
  const { basis, counts } = list;
  return (
    <tr>
      <td className={style.list}>
        <strong>{translated(list.names)}</strong>
        <code className={style.id}>{list.id}</code>
      </td>
      <td className={style.basis}>
        <span className={style.desk}>
          <Mark kind={basis ? 'answering' : 'silent'} />
          {basis && <FormattedMessage id={ACTIONS[basis.action]} />}
        </span>
        {basis ? (
          <>
            <span>{basis.legalBasis}</span>
            <span className={style.under}>
              <FormattedMessage
                id="lists.basis.stated"
                values={{ by: basis.statedBy, at: <Moment at={basis.statedAt} /> }}
              />
            </span>
          </>
        ) : (
          <span className={style.under}>
            <FormattedMessage id="lists.basis.none" />
          </span>
        )}
      </td>
      {[counts.person, counts.organisation, counts.vessel, counts.aircraft].map((count, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the four kinds have fixed places
        <td key={place} data-number className={count === 0 ? style.zero : undefined}>
          <FormattedNumber value={count} />
        </td>
      ))}
      <td>
        <LastImport list={list} />
      </td>
      <td data-number>
        {mayState && (
          <span className={style.buttons}>
            <Button weight="quiet" onClick={onState}>
              <FormattedMessage id={basis ? 'lists.basis.change' : 'lists.basis.state'} />
            </Button>
            {basis && (
              <Button weight="quiet" onClick={onWithdraw}>
                <FormattedMessage id="lists.basis.withdraw" />
              </Button>
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

function LastImport({ list }: { list: ListView }) {
  const intl = useIntl();
  const mayRead = useMay('alerts.read-import');
  const { lastImport } = list;
  if (!lastImport) {
    return (
      <span className={style.under}>
        <FormattedMessage id="lists.never" />
      </span>
    );
  }
  const at = <Moment at={lastImport.at} />;
  return (
    <span className={style.import}>
      {mayRead ? (
        <Link to="/lists/imports/$id" params={{ id: lastImport.id }}>
          {at}
        </Link>
      ) : (
        at
      )}
      {lastImport.listDate && (
        <span className={style.under}>
          <FormattedMessage
            id="lists.list-date"
            values={{ date: dayInWords(intl, lastImport.listDate.slice(0, 10)) }}
          />
        </span>
      )}
    </span>
  );
}
