import type { OpenedQuery } from '@entente/contracts/screening/shift';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { Moment } from '../../../ui/moment.tsx';
import { Note } from '../../../ui/note.tsx';
import style from './searches.module.css';

/** The question as it was put, until when it is held, and the record of its opening. */
export function OpenedQuestion({ opened }: { opened: OpenedQuery }) {
  return (
    <div className={style.opened}>
      <Note title={<FormattedMessage id="opening.opened" />} alert>
        <pre className={style.question}>{JSON.stringify(opened.question, null, 2)}</pre>
        <p>
          <FormattedMessage id="opening.shredded" values={{ at: <Moment at={opened.shreddedOn} /> }} />{' '}
          <Link to="/audit/$id" params={{ id: opened.record }}>
            <FormattedMessage id="opening.record" />
          </Link>
        </p>
      </Note>
    </div>
  );
}
