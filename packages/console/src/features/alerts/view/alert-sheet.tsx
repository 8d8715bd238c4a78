import type { AlertView } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { FormattedMessage } from 'react-intl';
import { Panel } from '../../../ui/panel.tsx';
import { Photographs } from '../../../ui/photographs.tsx';
import type { Speech } from '../words/content-words.ts';
import { CirculationView } from './circulation.tsx';
import { DescriptionView } from './description.tsx';
import { GroundView } from './ground.tsx';
import { HistoryView } from './history.tsx';
import style from './sheet.module.css';
import { StandingView } from './standing.tsx';
import { SubjectView } from './subject.tsx';

interface AlertSheetProps {
  alert: AlertView;
  content: AlertContent;
  speech: Speech;
}

/** An alert laid out: what it is about and why on one side, what to do, until when and what was done on the other. */
export function AlertSheet({ alert, content, speech }: AlertSheetProps) {
  const { subject } = content;
  const isOwn = alert.owner === speech.profile.catalogue.state.iso2;
  return (
    <div className={style.columns}>
      <div className={style.column}>
        <SubjectView content={content} speech={speech} />
        {subject.kind === 'person' && <DescriptionView content={content} subject={subject} speech={speech} />}
        {alert.photographs.length > 0 && (
          <Panel title={<FormattedMessage id="photographs.title" values={{ count: alert.photographs.length }} />}>
            <Photographs alert={alert.id} photographs={alert.photographs} />
          </Panel>
        )}
        <GroundView content={content} speech={speech} />
      </div>
      <div className={style.column}>
        <StandingView alert={alert} content={content} speech={speech} />
        {isOwn && alert.current && <CirculationView alert={alert} speech={speech} />}
        <HistoryView alert={alert} speech={speech} />
      </div>
    </div>
  );
}
