import type { OfficerEntry, OfficerWithPassword } from '@entente/contracts/access/officers';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { endSessionsOf, givePassword, lockOfficer, officersKey, unlockOfficer } from '../../../api/officers.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { changedMeanwhile } from './changed-meanwhile.tsx';
import { useOfficerChange } from './officer-change.ts';
import style from './officers.module.css';
import { PasswordOnce } from './password-once.tsx';

const ACTS = {
  lock: { title: 'officers.lock.title', consequence: 'officers.lock.consequence', verb: 'officers.lock' },
  unlock: { title: 'officers.unlock.title', consequence: 'officers.unlock.consequence', verb: 'officers.unlock' },
  password: {
    title: 'officers.password.title',
    consequence: 'officers.password.consequence',
    verb: 'officers.password',
  },
  sessions: {
    title: 'officers.sessions.title',
    consequence: 'officers.sessions.consequence',
    verb: 'officers.sessions',
  },
} as const;

/** Locking, unlocking, a new password, and the end of all sessions: each asked for once more with what follows. */
export function OfficerWayIn({ officer }: { officer: OfficerEntry }) {
  const intl = useIntl();
  const client = useQueryClient();
  const { keep } = useOfficerChange(officer.id);
  const [asked, setAsked] = useState<keyof typeof ACTS | null>(null);
  const [given, setGiven] = useState<OfficerWithPassword | null>(null);

  async function act(what: keyof typeof ACTS) {
    try {
      if (what === 'lock') keep(await lockOfficer(officer.id));
      if (what === 'unlock') keep(await unlockOfficer(officer.id, officer.revision));
      if (what === 'sessions') {
        await endSessionsOf(officer.id);
        await client.invalidateQueries(officersKey);
      }
      if (what === 'password') {
        const answer = await givePassword(officer.id, officer.revision);
        keep(answer.officer);
        setGiven(answer);
      }
    } catch (error) {
      const now = changedMeanwhile(error);
      if (now) keep(now);
      throw error;
    }
  }

  return (
    <Panel title={<FormattedMessage id="officers.way-in" />}>
      {officer.closedUntil && (
        <p className={style.closed}>
          <FormattedMessage id="officers.closed-until" values={{ at: <Moment at={officer.closedUntil} /> }} />
        </p>
      )}
      <div className={style.acts}>
        {officer.state === 'locked' ? (
          <Button onClick={() => setAsked('unlock')}>
            <FormattedMessage id="officers.unlock" />
          </Button>
        ) : (
          <Button weight="grave" onClick={() => setAsked('lock')}>
            <FormattedMessage id="officers.lock" />
          </Button>
        )}
        {officer.state === 'closed' && (
          <Button onClick={() => setAsked('unlock')}>
            <FormattedMessage id="officers.unlock" />
          </Button>
        )}
        <Button onClick={() => setAsked('password')}>
          <FormattedMessage id="officers.password" />
        </Button>
        <Button disabled={officer.sessions === 0} onClick={() => setAsked('sessions')}>
          <FormattedMessage id="officers.sessions" />
        </Button>
      </div>
      {asked && (
        <Confirmation
          title={intl.formatMessage({ id: ACTS[asked].title }, { name: officer.displayName })}
          consequence={
            <FormattedMessage
              id={ACTS[asked].consequence}
              values={{ sessions: officer.sessions, passkeys: officer.passkeys }}
            />
          }
          verb={intl.formatMessage({ id: ACTS[asked].verb })}
          grave={asked !== 'unlock'}
          act={() => act(asked)}
          onClose={() => setAsked(null)}
        />
      )}
      {given && <PasswordOnce title="officers.password.given" given={given} onClose={() => setGiven(null)} />}
    </Panel>
  );
}
