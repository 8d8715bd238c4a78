import type { PasskeyView } from '@entente/contracts/access/passkeys';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { sessionsQuery } from '../../../api/access.ts';
import { accountQuery, canUsePasskeys, labelPasskey, makePasskey, removePasskey } from '../../../api/account.ts';
import { ownTrailKey } from '../../../api/audit.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Hidden } from '../../../ui/hidden.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { Table } from '../../../ui/table.tsx';
import style from './account.module.css';
import { PasskeyDialog } from './passkey-dialog.tsx';

/** The officer's passkeys: made, labelled and removed by himself. */
export function PasskeysPanel() {
  const intl = useIntl();
  const client = useQueryClient();
  const account = useQuery(accountQuery);
  const [making, setMaking] = useState(false);
  const [labelling, setLabelling] = useState<PasskeyView | null>(null);
  const [removing, setRemoving] = useState<PasskeyView | null>(null);
  const readAgain = () => Promise.all([client.invalidateQueries(accountQuery), client.invalidateQueries(ownTrailKey)]);
  const add = (
    <Button icon={<IconPlus aria-hidden />} disabled={!canUsePasskeys} onClick={() => setMaking(true)}>
      <FormattedMessage id="passkeys.add" />
    </Button>
  );
  const has = (account.data?.passkeys.length ?? 0) > 0;
  return (
    <Panel flush title={<FormattedMessage id="passkeys.title" />} aside={has && add}>
      <Part query={account}>
        {({ passkeys }) =>
          passkeys.length === 0 ? (
            <Empty title={<FormattedMessage id="passkeys.none" />} action={add}>
              <FormattedMessage id={canUsePasskeys ? 'passkeys.none.next' : 'passkeys.none.cannot'} />
            </Empty>
          ) : (
            <Table caption={intl.formatMessage({ id: 'passkeys.title' })} head={<PasskeysHead />}>
              {passkeys.map((passkey) => (
                <tr key={passkey.id}>
                  <td>
                    <strong>{passkey.label}</strong>
                    <span className={style.under}>
                      <FormattedMessage id={passkey.synced ? 'passkeys.synced' : 'passkeys.one-device'} />
                    </span>
                  </td>
                  <td className={style.moment}>
                    <Moment at={passkey.enteredAt} />
                  </td>
                  <td className={style.moment}>
                    {passkey.lastUsedAt ? (
                      <Moment at={passkey.lastUsedAt} />
                    ) : (
                      <FormattedMessage id="passkeys.never-used" />
                    )}
                  </td>
                  <td data-number className={style.buttons}>
                    <Button weight="quiet" onClick={() => setLabelling(passkey)}>
                      <FormattedMessage id="passkeys.relabel" />
                    </Button>
                    <Button weight="quiet" onClick={() => setRemoving(passkey)}>
                      <FormattedMessage id="passkeys.remove" />
                    </Button>
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Part>
      {making && (
        <PasskeyDialog
          title="passkeys.add"
          verb="passkeys.make"
          save={async (label) => {
            await makePasskey(label);
            await readAgain();
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {labelling && (
        <PasskeyDialog
          title="passkeys.relabel"
          verb="passkeys.relabel"
          label={labelling.label}
          save={async (label) => {
            await labelPasskey(labelling.id, label);
            await readAgain();
          }}
          onClose={() => setLabelling(null)}
        />
      )}
      {removing && (
        <Confirmation
          title={intl.formatMessage({ id: 'passkeys.remove.title' }, { label: removing.label })}
          consequence={<FormattedMessage id="passkeys.remove.consequence" />}
          verb={intl.formatMessage({ id: 'passkeys.remove' })}
          act={async () => {
            await removePasskey(removing.id);
            await Promise.all([readAgain(), client.invalidateQueries(sessionsQuery)]);
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </Panel>
  );
}

function PasskeysHead() {
  return (
    <>
      <th scope="col">
        <FormattedMessage id="passkeys.label" />
      </th>
      <th scope="col">
        <FormattedMessage id="passkeys.made" />
      </th>
      <th scope="col">
        <FormattedMessage id="passkeys.used" />
      </th>
      <th scope="col">
        <Hidden>
          <FormattedMessage id="ui.actions" />
        </Hidden>
      </th>
    </>
  );
}
