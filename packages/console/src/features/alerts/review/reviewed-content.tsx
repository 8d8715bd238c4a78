import type { AlertView } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { FormattedMessage } from 'react-intl';
import { ActionMark } from '../../../ui/action-mark.tsx';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Photographs } from '../../../ui/photographs.tsx';
import { ContentFacts } from '../view/content-facts.tsx';
import { DescriptionView } from '../view/description.tsx';
import { GroundView } from '../view/ground.tsx';
import style from '../view/sheet.module.css';
import { SubjectView } from '../view/subject.tsx';
import type { Speech } from '../words/content-words.ts';

interface ReviewedContentProps {
  alert: AlertView;
  content: AlertContent;
  speech: Speech;
}

/** The content as it would come into force, with the terms marked that must be answered for. */
export function ReviewedContent({ alert, content, speech }: ReviewedContentProps) {
  const { subject } = content;
  const action = speech.profile.catalogue.actions.find(({ id }) => id === content.action);
  return (
    <>
      {alert.suspectTerms.length > 0 && (
        <Note tone="warning" title={<FormattedMessage id="review.terms.title" />}>
          <p>
            <FormattedMessage
              id="review.terms"
              values={{ terms: speech.intl.formatList(alert.suspectTerms, { type: 'conjunction' }) }}
            />
          </p>
        </Note>
      )}
      <div className={style.columns}>
        <div className={style.column}>
          <GroundView content={content} speech={speech} terms={alert.suspectTerms} />
          <SubjectView content={content} speech={speech} />
          {subject.kind === 'person' && <DescriptionView content={content} subject={subject} speech={speech} />}
        </div>
        <div className={style.column}>
          <Panel title={<FormattedMessage id="alert.view.action" />}>
            <div className={style.stack}>
              {action && <ActionMark action={action} full />}
              <ContentFacts
                content={content}
                pointers={['/category', '/expiresOn', '/reviewOn', '/note', '/audience']}
                speech={speech}
                terms={alert.suspectTerms}
              />
            </div>
          </Panel>
          {alert.photographs.length > 0 && (
            <Panel title={<FormattedMessage id="photographs.title" values={{ count: alert.photographs.length }} />}>
              <Photographs alert={alert.id} photographs={alert.photographs} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}
