import type { AskRecipient } from '@entente/contracts/exchange/asks';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../ui/button.tsx';
import { ChecksField } from '../../../ui/checks-field.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { NodeName } from '../node-name.tsx';
import style from './asks.module.css';
import { allMembers } from './recipients.ts';

interface RecipientsFieldProps {
  recipients: AskRecipient[];
  chosen: string[];
  missing: boolean;
  onChoose: (nodes: string[]) => void;
}

/** Whom to ask: nobody until somebody is named. "All members" means just that; a body is asked only where it is ticked. */
export function RecipientsField({ recipients, chosen, missing, onChoose }: RecipientsFieldProps) {
  const intl = useIntl();
  const members = allMembers(recipients);
  const closed = recipients.filter((recipient) => recipient.closed !== null);
  return (
    <div className={style.recipients}>
      <ChecksField
        label={intl.formatMessage({ id: 'ask.recipients' })}
        hint={intl.formatMessage({ id: 'ask.recipients.hint' })}
        error={missing && intl.formatMessage({ id: 'ask.recipients.missing' })}
        values={chosen}
        choices={recipients
          .filter((recipient) => recipient.closed === null)
          .map((recipient) => ({ value: recipient.node, label: <NodeName {...recipient} /> }))}
        onChange={onChoose}
      />
      {closed.length > 0 && (
        <ul className={style.closed}>
          {closed.map((recipient) => (
            <li key={recipient.node}>
              <NodeName {...recipient} /> {recipient.closed && <Mark kind={recipient.closed} />}
            </li>
          ))}
        </ul>
      )}
      <div className={style.buttons}>
        {members.length > 0 && (
          <Button onClick={() => onChoose([...new Set([...chosen, ...members])])}>
            <FormattedMessage id="ask.recipients.all-members" />
          </Button>
        )}
        {chosen.length > 0 && (
          <Button weight="quiet" onClick={() => onChoose([])}>
            <FormattedMessage id="ask.recipients.nobody" />
          </Button>
        )}
      </div>
    </div>
  );
}
