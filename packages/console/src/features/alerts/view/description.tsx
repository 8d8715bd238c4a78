import type { AlertContent, PersonSubject } from '@entente/contracts/alerts/content';
import { FormattedMessage } from 'react-intl';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Warnings } from '../../../ui/warnings.tsx';
import type { Speech } from '../words/content-words.ts';
import { ContentFacts } from './content-facts.tsx';
import { Memberships } from './memberships.tsx';
import style from './sheet.module.css';

interface DescriptionProps {
  content: AlertContent;
  subject: PersonSubject;
  speech: Speech;
}

/** What helps to know the person, and what to beware of. */
export function DescriptionView({ content, subject, speech }: DescriptionProps) {
  return (
    <Panel title={<FormattedMessage id="alert.view.description" />}>
      <div className={style.stack}>
        <Warnings dangers={subject.dangers ?? []} medical={subject.medical ?? []} />
        {subject.childProtection && (
          <Note tone="warning" title={<FormattedMessage id="alert.view.child-protection" />}>
            <p>
              <bdi>{subject.childProtection.authority}</bdi> · <bdi>{subject.childProtection.contact}</bdi>
            </p>
          </Note>
        )}
        <ContentFacts
          content={content}
          pointers={['/subject/description', '/subject/marks', '/subject/languages', '/subject/protection']}
          speech={speech}
        />
        {(subject.memberships?.length ?? 0) > 0 && <Memberships memberships={subject.memberships ?? []} />}
      </div>
    </Panel>
  );
}
