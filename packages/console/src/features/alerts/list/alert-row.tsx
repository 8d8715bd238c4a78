import type { AlertSummary } from '@entente/contracts/alerts/alert';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActionMark } from '../../../ui/action-mark.tsx';
import { SUBJECT_KINDS } from '../../../ui/listed-words.ts';
import { MARKS, Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Name } from '../../../ui/name.tsx';
import { languageOf } from '../../../ui/translated.ts';
import type { Speech } from '../words/content-words.ts';
import { particularsInWords } from '../words/particulars.ts';
import { VERSIONS } from '../words/step-words.ts';
import style from './alerts-table.module.css';
import type { Column } from './columns.ts';
import { Due } from './due.tsx';

interface AlertRowProps {
  alert: AlertSummary;
  columns: Column[];
  speech: Speech;
}

/** One alert in a line: who or what, what for, how it stands, when it falls due. */
export function AlertRow({ alert, columns, speech }: AlertRowProps) {
  const intl = useIntl();
  const { catalogue } = speech.profile;
  const category = catalogue.categories.find(({ id }) => id === alert.category);
  const action = catalogue.actions.find(({ id }) => id === alert.action);
  const particulars = particularsInWords(speech, alert.particulars);
  const live = alert.status === 'in-force' || alert.status === 'suspended';
  const shows = (column: Column) => columns.includes(column);
  return (
    <tr>
      <td className={style.reference}>
        <Link to="/alerts/$id" params={{ id: alert.id }}>
          {alert.reference}
        </Link>
      </td>
      <td className={style.name}>
        {alert.name ? (
          <Name name={alert.name} latin={alert.latin} />
        ) : (
          <span className={style.under}>
            <FormattedMessage id="alerts.unnamed" />
          </span>
        )}
        {particulars && <span className={style.under}>{particulars}</span>}
      </td>
      {shows('kind') && (
        <td>
          <FormattedMessage id={SUBJECT_KINDS[alert.kind]} />
        </td>
      )}
      {shows('category') && (
        <td className={style.category}>{category ? category.names[languageOf(intl)] : alert.category}</td>
      )}
      {shows('action') && (
        <td className={style.action}>
          {action ? <ActionMark action={action} /> : <span className={style.under}>—</span>}
        </td>
      )}
      {shows('status') && (
        <td>
          <span className={style.status}>
            <Mark kind={alert.status} />
            {alert.disputed && <Mark kind="disputed" />}
            {(alert.acceptance === 'awaited' || alert.acceptance === 'refused') && <Mark kind="asleep" />}
            {alert.flag !== null && <Mark kind="flagged" />}
            {alert.pending && alert.pending.kind !== 'issue' && <Pending pending={alert.pending} />}
          </span>
        </td>
      )}
      {shows('owner') && <td className={style.owner}>{speech.countries.name(alert.owner)}</td>}
      {shows('expires') && (
        <td>
          <Due at={alert.expiresAt} live={live} />
        </td>
      )}
      {shows('review') && (
        <td>
          <Due at={alert.reviewAt} live={live} />
        </td>
      )}
      {shows('updated') && (
        <td className={style.moment}>
          <Moment at={alert.updatedAt} />
        </td>
      )}
    </tr>
  );
}

function Pending({ pending }: { pending: NonNullable<AlertSummary['pending']> }) {
  const intl = useIntl();
  const state = pending.state === 'in-review' ? MARKS['in-review'].id : MARKS.draft.id;
  return (
    <span className={style.under}>
      <FormattedMessage
        id="alerts.pending"
        values={{
          version: intl.formatMessage({ id: VERSIONS[pending.kind] }),
          state: intl.formatMessage({ id: state }).toLowerCase(),
        }}
      />
    </span>
  );
}
