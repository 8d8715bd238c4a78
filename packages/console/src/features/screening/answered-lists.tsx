import type { CheckAnswer } from '@entente/contracts/screening';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { listsQuery } from '../../api/alerts.ts';
import { useTranslated } from '../../ui/translated.ts';
import style from './answered-lists.module.css';

/** Which lists this answer rests on; the silent ones said quietly. */
export function AnsweredLists({ lists }: { lists: CheckAnswer['lists'] }) {
  const intl = useIntl();
  const translated = useTranslated();
  const { data } = useQuery(listsQuery);
  const names = (ids: string[]) =>
    intl.formatList(
      ids.map((id) => {
        const list = data?.find((one) => one.id === id);
        return list ? translated(list.names) : id;
      }),
      { type: 'conjunction' },
    );
  return (
    <div className={style.lists}>
      <p>
        <FormattedMessage id="answer.lists" values={{ lists: names(lists.answered), count: lists.answered.length }} />
      </p>
      {lists.silent.length > 0 && (
        <p>
          <FormattedMessage
            id="answer.lists.silent"
            values={{ lists: names(lists.silent), count: lists.silent.length }}
          />
        </p>
      )}
    </div>
  );
}
