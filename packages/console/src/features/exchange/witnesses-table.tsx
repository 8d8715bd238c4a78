import type { WitnessView } from '@entente/contracts/exchange/witnesses';
import { FormattedMessage, useIntl } from 'react-intl';
import { Mark } from '../../ui/mark.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Table } from '../../ui/table.tsx';
import { NodeName } from './node-name.tsx';
import style from './nodes.module.css';
import { Head } from './own-log.tsx';
import { Refusal } from './refusal.tsx';

/** Each other node as a witness of this one's log, and its log as this node watches it. */
export function WitnessesTable({ peers }: { peers: WitnessView[] }) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'log.witnesses' });
  return (
    <Panel flush title={title}>
      <Table
        caption={title}
        head={
          <>
            <th scope="col">
              <FormattedMessage id="nodes.node" />
            </th>
            <th scope="col">
              <FormattedMessage id="log.as-witness" />
            </th>
            <th scope="col">
              <FormattedMessage id="log.its-log" />
            </th>
          </>
        }
      >
        {peers.map((peer) => (
          <tr key={peer.node}>
            <td>
              <NodeName {...peer} />
            </td>
            <td>
              <AsWitness witness={peer.witness} />
            </td>
            <td>
              <ItsLog log={peer.log} />
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

const WITNESS = {
  awaited: 'pending',
  cosigning: 'cosigning',
  silent: 'unreachable',
  refusing: 'refused',
} as const;

function AsWitness({ witness: { state, cosignedAt, refusal, brokenAt } }: Pick<WitnessView, 'witness'>) {
  return (
    <>
      <Mark kind={WITNESS[state]} />
      {cosignedAt !== null && (
        <p className={style.why}>
          <Moment at={cosignedAt} seconds />
        </p>
      )}
      {refusal !== null && (
        <p className={style.why}>
          <Refusal code={refusal} brokenAt={brokenAt} />
        </p>
      )}
    </>
  );
}

function ItsLog({ log: { head, refused, splitView } }: Pick<WitnessView, 'log'>) {
  if (splitView) {
    return (
      <>
        <Mark kind="split-view" />
        <p className={style.why}>
          <FormattedMessage
            id="log.split"
            values={{ node: splitView.shownBy, at: <Moment at={splitView.foundAt} /> }}
          />
        </p>
        <details>
          <summary>
            <FormattedMessage id="log.both-notes" />
          </summary>
          <pre className={style.note}>{splitView.held}</pre>
          <pre className={style.note}>{splitView.shown}</pre>
        </details>
      </>
    );
  }
  if (refused) {
    return (
      <>
        <Mark kind="refused" />
        <p className={style.why}>
          <Refusal code={refused.why} brokenAt={refused.brokenAt} /> · <Moment at={refused.since} />
        </p>
      </>
    );
  }
  return <Head head={head} />;
}
