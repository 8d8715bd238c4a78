import { FormattedMessage } from 'react-intl';
import { askFor, askingFor, carriedCase } from '../../../api/asking.ts';
import { useStore } from '../../../api/store.ts';
import { Button } from '../../../ui/button.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import style from './asks.module.css';

/** What an ask is, and the case it is put in. Who came from another case is told so, and changes it with one press. */
export function AskedIn() {
  const asking = useStore(askingFor);
  const carried = useStore(carriedCase);
  const stated = asking?.caseReference ?? '';
  return (
    <Panel title={<FormattedMessage id="ask.what" />}>
      <ul className={style.what}>
        <li>
          <FormattedMessage id="ask.what.only" />
        </li>
        <li>
          <FormattedMessage id="ask.what.by-hand" />
        </li>
        <li>
          <FormattedMessage id="ask.what.recorded" />
        </li>
        <li>
          <FormattedMessage id="ask.what.budget" />
        </li>
      </ul>
      <Facts>
        <Fact name={<FormattedMessage id="ask.case" />}>
          <b>{stated === '' ? <FormattedMessage id="ask.case.none" /> : <bdi>{stated}</bdi>}</b>
        </Fact>
      </Facts>
      <p className={style.quiet}>
        <FormattedMessage id="ask.case.change" />
      </p>
      {asking && carried !== null && carried !== stated && (
        <Note
          tone="warning"
          actions={
            <Button onClick={() => askFor({ ...asking, caseReference: carried })}>
              <FormattedMessage id="ask.case.take" values={{ reference: carried }} />
            </Button>
          }
        >
          <FormattedMessage
            id="ask.case.other"
            values={{ stated: <bdi>{stated}</bdi>, carried: <bdi>{carried}</bdi> }}
          />
        </Note>
      )}
    </Panel>
  );
}
