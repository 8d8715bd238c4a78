import type { HeadView, WitnessesView } from '@entente/contracts/exchange/witnesses';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';

/** This node's own log: how far it is vouched for by others. */
export function OwnLog({ view: { own, members } }: { view: WitnessesView }) {
  return (
    <Panel
      title={<FormattedMessage id="log.own" />}
      aside={<FormattedMessage id="log.majority" values={{ members }} />}
    >
      {own.splitView && (
        <Note tone="warning">
          <FormattedMessage id="log.own.split" values={{ node: own.splitView.shownBy }} />
        </Note>
      )}
      <Facts>
        <Fact name={<FormattedMessage id="log.newest" />}>
          <Head head={own.newest} />
        </Fact>
        <Fact name={<FormattedMessage id="log.standing" />}>
          <Head head={own.standing} />
        </Fact>
      </Facts>
    </Panel>
  );
}

export function Head({ head }: { head: HeadView | null }) {
  if (!head) return '–';
  return (
    <>
      <span>
        <FormattedMessage id="log.records" values={{ count: <FormattedNumber value={head.size} /> }} />
        {head.cosignedBy.length > 0 && (
          <>
            {' · '}
            <FormattedMessage id="log.cosigned" values={{ nodes: head.cosignedBy.join(', ') }} />
          </>
        )}{' '}
      </span>
      <Mark kind={head.standing ? 'standing' : 'pending'} />
    </>
  );
}
