import type { WitnessesView, WitnessView } from '@entente/contracts/exchange/witnesses';
import { FormattedList, FormattedMessage } from 'react-intl';
import { Note } from '../../ui/note.tsx';
import { NodeName } from './node-name.tsx';
import { Refusal } from './refusal.tsx';

/** What about a log cannot wait: another's that does not hold together, or this node's own as others see it. */
export function LogAlarms({ peers }: Pick<WitnessesView, 'peers'>) {
  const refusing = peers.filter(({ witness }) => witness.state === 'refusing');
  return (
    <>
      {refusing.length > 0 && <OwnRefused refusing={refusing} />}
      {peers
        .filter(({ log }) => log.refused || log.splitView)
        .map((peer) => (
          <Note
            key={peer.node}
            tone="grave"
            alert
            title={<FormattedMessage id="log.alarm" values={{ node: <NodeName {...peer} /> }} />}
          >
            <p>
              {peer.log.splitView ? (
                <FormattedMessage id="log.alarm.split" values={{ node: peer.log.splitView.shownBy }} />
              ) : (
                <Refusal code={peer.log.refused!.why} brokenAt={peer.log.refused!.brokenAt} />
              )}
            </p>
            <p>
              <FormattedMessage id="log.alarm.next" />
            </p>
          </Note>
        ))}
    </>
  );
}

function OwnRefused({ refusing }: { refusing: WitnessView[] }) {
  const { refusal, brokenAt } = refusing[0]!.witness;
  return (
    <Note tone="grave" alert title={<FormattedMessage id="log.alarm.own" />}>
      <p>
        <FormattedMessage
          id="log.alarm.own.by"
          values={{ nodes: <FormattedList value={refusing.map(({ node }) => node)} /> }}
        />
      </p>
      <p>{refusal !== null && <Refusal code={refusal} brokenAt={brokenAt} />}</p>
      <p>
        <FormattedMessage id="log.alarm.own.next" />
      </p>
    </Note>
  );
}
