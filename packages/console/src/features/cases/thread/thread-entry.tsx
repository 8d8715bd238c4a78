import type { CaseEntry, CaseView } from '@entente/contracts/cases';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../../api/access.ts';
import { useCountries } from '../../../ui/countries.ts';
import { Moment } from '../../../ui/moment.tsx';
import { INFORMATION, isInformation, OUTCOMES } from '../words.ts';
import { DeliveryMark } from './delivery-mark.tsx';
import { EntryFiles } from './files/entry-files.tsx';
import { InformationClock } from './information-clock.tsx';
import style from './thread.module.css';

/** One entry: which side, who here, what, how far it has come, and its record one press away. */
export function ThreadEntry({ view, entry }: { view: CaseView; entry: CaseEntry }) {
  const countries = useCountries();
  const mayAudit = useMay('audit.search');
  const here = entry.by === 'here';
  const there = view.other === null ? '' : countries.name(view.other);
  return (
    <li className={style.entry} data-by={entry.by}>
      <p className={style.head}>
        <span className={style.who}>
          {here ? (entry.officer?.name ?? <FormattedMessage id="thread.here" />) : there}
        </span>
        <Moment at={entry.at} />
        {entry.delivery !== null && <DeliveryMark delivery={entry.delivery} />}
        {mayAudit && (
          <Link to="/audit/$id" params={{ id: entry.record }} className={style.record}>
            <FormattedMessage id="thread.record" />
          </Link>
        )}
      </p>
      <p className={style.kind}>
        <What entry={entry} />
        {entry.clock && <InformationClock clock={entry.clock} />}
      </p>
      {entry.text && (
        <p className={style.text} dir="auto">
          {entry.text}
        </p>
      )}
      {entry.files.length > 0 && <EntryFiles view={view} entry={entry} />}
    </li>
  );
}

/** What kind of entry it is; a plain message needs no word. */
function What({ entry }: { entry: CaseEntry }) {
  const intl = useIntl();
  const { kind, form, outcome, urgent } = entry;
  if (kind === 'hit') return <FormattedMessage id="thread.hit" />;
  if (kind === 'acknowledgement') return <FormattedMessage id="thread.acknowledgement" />;
  if (kind === 'outcome' && outcome !== null) {
    return <FormattedMessage id="thread.outcome" values={{ outcome: intl.formatMessage({ id: OUTCOMES[outcome] }) }} />;
  }
  if (!isInformation(kind)) return null;
  const what = intl.formatMessage({ id: INFORMATION[kind] });
  if (form === 'given') return <FormattedMessage id="thread.given" values={{ what }} />;
  return <FormattedMessage id={urgent ? 'thread.asked.urgent' : 'thread.asked'} values={{ what }} />;
}
