import type { ScreeningFigures } from '@entente/contracts/screening/shift';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Panel } from '../../../ui/panel.tsx';

/** What became of possible hits in the second line: how often the desk was right to ask. */
export function VerdictsPanel({ verdicts }: { verdicts: ScreeningFigures['verdicts'] }) {
  return (
    <Panel title={<FormattedMessage id="searches.verdicts" />}>
      <Facts>
        <Fact name={<Mark kind="same-person" />}>
          <FormattedNumber value={verdicts.samePerson} />
        </Fact>
        <Fact name={<Mark kind="not-the-same" />}>
          <FormattedNumber value={verdicts.notTheSame} />
        </Fact>
        <Fact name={<Mark kind="cannot-be-established" />}>
          <FormattedNumber value={verdicts.notEstablished} />
        </Fact>
      </Facts>
    </Panel>
  );
}
