import type { Candidate } from '@entente/contracts/screening';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { dayInWords } from '../../ui/day.ts';
import { IDENTITY_STATUSES } from '../../ui/identity-words.ts';
import style from './caution-list.module.css';
import { CAUTIONS, mixesIdentities, onlyIdentity } from './cautions.ts';

/** What must be borne in mind before anything is done: never folded away, never by colour alone. */
export function Cautions({ candidate }: { candidate: Candidate }) {
  const intl = useIntl();
  const only = onlyIdentity(candidate);
  const status = (one: keyof typeof IDENTITY_STATUSES) => intl.formatMessage({ id: IDENTITY_STATUSES[one] });
  const { caution, clearedBefore, flagged, identities } = candidate;
  if (!caution && !clearedBefore && !flagged && !only && !mixesIdentities(candidate)) return null;
  return (
    <ul className={style.cautions}>
      {caution && (
        <Caution>
          <FormattedMessage id={CAUTIONS[caution]} />
        </Caution>
      )}
      {flagged && (
        <Caution>
          <FormattedMessage id="caution.flagged" />
        </Caution>
      )}
      {mixesIdentities(candidate) && (
        <Caution>
          <FormattedMessage
            id="caution.mixed"
            values={{
              identities: intl.formatList(identities.map((one) => status(one).toLocaleLowerCase(intl.locale))),
            }}
          />
        </Caution>
      )}
      {only && (
        <Caution>
          <FormattedMessage id="caution.identity" values={{ identity: status(only).toLocaleLowerCase(intl.locale) }} />
        </Caution>
      )}
      {clearedBefore && (
        <li className={style.cleared}>
          <IconCircleCheck size={16} aria-hidden />
          <span>
            <FormattedMessage id="candidate.cleared" values={{ day: dayInWords(intl, localDay(clearedBefore.at)) }} />{' '}
            <CaseLink id={clearedBefore.secondLine} />
          </span>
        </li>
      )}
    </ul>
  );
}

function Caution({ children }: { children: ReactNode }) {
  return (
    <li className={style.caution}>
      <IconAlertTriangle size={16} aria-hidden />
      <span>{children}</span>
    </li>
  );
}

function CaseLink({ id }: { id: string }) {
  if (!useMay('screening.second-line')) return null;
  return (
    <Link to="/second-line/$id" params={{ id }}>
      <FormattedMessage id="candidate.cleared.case" />
    </Link>
  );
}

/** The day in the reader's zone, as `dayInWords` takes it. */
function localDay(at: string): string {
  const moment = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
