import type { OfficerEntry } from '@entente/contracts/access/officers';
import { FormattedMessage } from 'react-intl';
import { ProblemError } from '../../../api/problem.ts';
import { Mark } from '../../../ui/mark.tsx';
import { Note } from '../../../ui/note.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { RoleWords } from '../role-words.tsx';
import style from './officers.module.css';

/** The officer as he is now, where a change was refused because a colleague had been quicker. */
export function changedMeanwhile(error: unknown): OfficerEntry | undefined {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return problem?.code === 'officer-changed' ? (problem.current as OfficerEntry | undefined) : undefined;
}

/** Says what the officer is now; what was chosen stands in the form below and can be sent again. */
export function ChangedMeanwhile({ now }: { now: OfficerEntry }) {
  const translated = useTranslated();
  return (
    <Note tone="warning" alert title={<FormattedMessage id="officers.changed" />}>
      <p className={style.now}>
        <RoleWords roles={now.roles} />
        <span>{translated(now.authority.names)}</span>
        <Mark kind={`way-${now.state}`} />
      </p>
      <p>
        <FormattedMessage id="officers.changed.kept" />
      </p>
    </Note>
  );
}
