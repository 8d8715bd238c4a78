import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { deadLettersQuery, peersQuery, witnessesQuery } from '../../api/exchange.ts';
import { ClosedPage } from '../../ui/closed-page.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Part } from '../../ui/part.tsx';
import { ChannelsTable } from './channels-table.tsx';
import { HeldTable } from './held-table.tsx';
import { LogAlarms } from './log-alarms.tsx';
import { OwnLog } from './own-log.tsx';
import { RestoreAlarms } from './restore-alarms.tsx';
import { WitnessesTable } from './witnesses-table.tsx';

/** For operators and oversight: the organisation's other nodes, what goes between, and who vouches for whose log. */
export function NodesPage() {
  return useMay('exchange.view-channels') ? <OpenNodesPage /> : <ClosedPage />;
}

function OpenNodesPage() {
  const intl = useIntl();
  const peers = useQuery(peersQuery);
  const witnesses = useQuery(witnessesQuery);
  const held = useQuery(deadLettersQuery);
  const mayRelease = useMay('exchange.release');
  return (
    <Page title={intl.formatMessage({ id: 'nodes.title' })} lead={<FormattedMessage id="nodes.lead" />}>
      {witnesses.data && <LogAlarms peers={witnesses.data.peers} />}
      <Part query={peers} lines={6}>
        {({ self, head, held: isHeld, restores, peers: found }) =>
          self === null ? (
            <Empty title={<FormattedMessage id="nodes.alone" />}>
              <FormattedMessage id="nodes.alone.next" />
            </Empty>
          ) : (
            <>
              <RestoreAlarms held={isHeld} restores={restores} />
              <ChannelsTable peers={found} head={head?.number ?? null} />
            </>
          )
        }
      </Part>
      <Part query={witnesses} lines={6}>
        {(view) =>
          view.self !== null && (
            <>
              <OwnLog view={view} />
              <WitnessesTable peers={view.peers} />
            </>
          )
        }
      </Part>
      <Part query={held} lines={3}>
        {({ letters, more }) =>
          letters.length > 0 && <HeldTable letters={letters} more={more} mayRelease={mayRelease} />
        }
      </Part>
    </Page>
  );
}
