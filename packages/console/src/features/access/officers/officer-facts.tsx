import type { OfficerEntry } from '@entente/contracts/access/officers';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { Copied } from '../../../ui/copied.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useTranslated } from '../../../ui/translated.ts';

export function OfficerFacts({ officer }: { officer: OfficerEntry }) {
  const translated = useTranslated();
  return (
    <Panel title={<FormattedMessage id="officers.one" />} aside={<Mark kind={`way-${officer.state}`} />}>
      <Facts>
        <Fact name={<FormattedMessage id="officers.name" />}>
          <Copied text={officer.name} />
        </Fact>
        <Fact name={<FormattedMessage id="officers.authority" />}>{translated(officer.authority.names)}</Fact>
        <Fact name={<FormattedMessage id="officers.entered-at" />}>
          <Moment at={officer.enteredAt} />
        </Fact>
        <Fact name={<FormattedMessage id="officers.last-seen" />}>
          {officer.lastSeenAt ? <Moment at={officer.lastSeenAt} /> : <FormattedMessage id="officers.never" />}
        </Fact>
        <Fact name={<FormattedMessage id="sign-in.password" />}>
          <FormattedMessage id={officer.hasPassword ? 'officers.password.has' : 'officers.password.none'} />
        </Fact>
        <Fact name={<FormattedMessage id="passkeys.title" />}>
          <FormattedNumber value={officer.passkeys} />
        </Fact>
        <Fact name={<FormattedMessage id="sessions.title" />}>
          <FormattedNumber value={officer.sessions} />
        </Fact>
        <Fact name={<FormattedMessage id="officers.id" />}>
          <Copied text={officer.id} />
        </Fact>
      </Facts>
    </Panel>
  );
}
