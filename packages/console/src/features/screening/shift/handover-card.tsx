import type { Handover } from '@entente/contracts/screening/shift';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../../../api/access.ts';
import { handoversQuery, takeOver } from '../../../api/screening/shift.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { RefusedRules } from '../refused-rules.tsx';
import style from './handover-card.module.css';

interface HandoverCardProps {
  handover: Handover;
  /** Handed over by the officer who reads it: somebody else takes it over. */
  mine: boolean;
  /** A line of the history, without a box of its own. */
  plain?: boolean;
}

/** A shift handed over: what was open, what was broken, what to know, and both signatures. */
export function HandoverCard({ handover, mine, plain = false }: HandoverCardProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const { officer } = useSession();
  const [signing, setSigning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  // A line of the history stands under its heading; a shift that waits stands by itself.
  const Heading = plain ? 'h3' : 'h2';
  const { id, place, open, outages, notes, from, to } = handover;

  async function sign() {
    try {
      await takeOver(id);
    } catch (error) {
      setFailure(error);
    }
    await client.invalidateQueries({ queryKey: handoversQuery.queryKey });
  }

  return (
    <article className={style.card} data-plain={plain || undefined}>
      <header className={style.head}>
        <Heading className={style.place}>
          <bdi>{place}</bdi>
        </Heading>
        <Mark kind={to ? 'both-signed' : 'awaits-signature'} />
      </header>
      {failure !== null && <RefusedRules error={failure} />}
      <dl className={style.parts}>
        <div>
          <dt>
            <FormattedMessage id="handover.open" />
          </dt>
          <dd>{open.length === 0 ? <FormattedMessage id="handover.open.none" /> : <OpenThen open={open} />}</dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="handover.outages" />
          </dt>
          <dd>
            {outages.length === 0 ? (
              <FormattedMessage id="handover.outages.none" />
            ) : (
              <ul>
                {outages.map((outage) => (
                  <li key={outage}>
                    <bdi>{outage}</bdi>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div className={style.notes}>
          <dt>
            <FormattedMessage id="handover.notes" />
          </dt>
          <dd>{notes ? <bdi>{notes}</bdi> : <FormattedMessage id="handover.notes.none" />}</dd>
        </div>
      </dl>
      <div className={style.signatures}>
        <p>
          <FormattedMessage
            id="handover.from"
            values={{ name: <b>{from.name}</b>, at: <Moment at={from.signedAt} /> }}
          />
        </p>
        {to ? (
          <p>
            <FormattedMessage id="handover.to" values={{ name: <b>{to.name}</b>, at: <Moment at={to.signedAt} /> }} />
          </p>
        ) : mine ? (
          <p className={style.waiting}>
            <FormattedMessage id="handover.waiting" />
          </p>
        ) : (
          <Button weight="main" onClick={() => setSigning(true)}>
            <FormattedMessage id="handover.take" />
          </Button>
        )}
      </div>
      {signing && (
        <Confirmation
          title={intl.formatMessage({ id: 'handover.take.title' }, { name: officer?.displayName ?? '' })}
          consequence={intl.formatMessage({ id: 'handover.take.consequence' }, { count: open.length })}
          verb={intl.formatMessage({ id: 'handover.take' })}
          grave={false}
          act={sign}
          onClose={() => setSigning(false)}
        />
      )}
    </article>
  );
}

function OpenThen({ open }: { open: Handover['open'] }) {
  return (
    <ul>
      {open.map(({ id, traveller, limitAt }) => (
        <li key={id}>
          <Link to="/second-line/$id" params={{ id }}>
            <bdi>{traveller}</bdi>
          </Link>
          {limitAt !== null && (
            <>
              {' '}
              <FormattedMessage id="handover.limit" values={{ limit: <Moment at={limitAt} /> }} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
