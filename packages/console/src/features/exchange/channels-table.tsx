import type { PeerView } from '@entente/contracts/exchange';
import { useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { Button } from '../../ui/button.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Table } from '../../ui/table.tsx';
import { ChannelDialog } from './channel-dialog.tsx';
import { NodeName } from './node-name.tsx';
import style from './nodes.module.css';

/** Every other node: whether it answers, what went each way, what waits. */
export function ChannelsTable({ peers, head }: { peers: PeerView[]; head: number | null }) {
  const intl = useIntl();
  const mayChange = useMay('exchange.suspend');
  const [changing, setChanging] = useState<PeerView | null>(null);
  const title = intl.formatMessage({ id: 'nodes.channels' });
  return (
    <Panel
      flush
      title={title}
      aside={head !== null && <FormattedMessage id="nodes.register" values={{ number: head }} />}
    >
      <Table
        caption={title}
        head={
          <>
            <th scope="col">
              <FormattedMessage id="nodes.node" />
            </th>
            <th scope="col">
              <FormattedMessage id="nodes.channel" />
            </th>
            <th scope="col">
              <FormattedMessage id="nodes.last-in" />
            </th>
            <th scope="col">
              <FormattedMessage id="nodes.last-out" />
            </th>
            <th scope="col" data-number>
              <FormattedMessage id="nodes.waiting" />
            </th>
            <th scope="col" data-number>
              <FormattedMessage id="nodes.head" />
            </th>
            {mayChange && (
              <th scope="col">
                <Hidden>
                  <FormattedMessage id="nodes.change" />
                </Hidden>
              </th>
            )}
          </>
        }
      >
        {peers.map((peer) => (
          <tr key={peer.node}>
            <td>
              <NodeName {...peer} />
            </td>
            <td>
              <ChannelState peer={peer} />
            </td>
            <td>
              <Sent count={peer.in.received} at={peer.in.lastAt} />
            </td>
            <td>
              <Sent count={peer.out.sent} at={peer.out.lastAt} />
            </td>
            <td data-number>
              <FormattedNumber value={peer.out.waiting + peer.out.undelivered} />
            </td>
            <td data-number>{peer.head === null ? '–' : <FormattedNumber value={peer.head} />}</td>
            {mayChange && (
              <td>
                <Button weight="quiet" onClick={() => setChanging(peer)}>
                  <FormattedMessage id={peer.suspended ? 'nodes.resume' : 'nodes.suspend'} />
                </Button>
              </td>
            )}
          </tr>
        ))}
      </Table>
      {changing && <ChannelDialog peer={changing} onClose={() => setChanging(null)} />}
    </Panel>
  );
}

const OPENING = {
  waiting: 'nodes.opening.waiting',
  'catching-up': 'nodes.opening.catching-up',
  contradicted: 'nodes.opening.contradicted',
} as const;

function ChannelState({ peer: { active, suspended, failing, opening, reachedAt } }: { peer: PeerView }) {
  if (!active) return <Mark kind="member-suspended" />;
  if (suspended) {
    return (
      <>
        <Mark kind="channel-suspended" />
        <p className={style.why}>
          <bdi>{suspended.reason}</bdi> · <Moment at={suspended.at} />
        </p>
      </>
    );
  }
  if (failing) {
    return (
      <>
        <Mark kind="unreachable" />
        <p className={style.why}>
          <FormattedMessage id="nodes.since" values={{ at: <Moment at={failing.since} /> }} />
        </p>
      </>
    );
  }
  if (opening.state !== 'open') {
    return (
      <>
        <Mark kind={opening.state === 'contradicted' ? 'unreachable' : 'pending'} />
        <p className={style.why}>
          <FormattedMessage id={OPENING[opening.state]} />
        </p>
      </>
    );
  }
  return <Mark kind={reachedAt === null ? 'pending' : 'reachable'} />;
}

function Sent({ count, at }: { count: number; at: string | null }) {
  if (at === null) return '–';
  return (
    <>
      <Moment at={at} seconds /> <span className={style.count}>№ {count}</span>
    </>
  );
}
