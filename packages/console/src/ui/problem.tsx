import { FormattedMessage, useIntl } from 'react-intl';
import { ProblemError } from '../api/problem.ts';
import { Button } from './button.tsx';
import { Note } from './note.tsx';
import { wordProblem } from './problem-words.ts';

interface ProblemNoteProps {
  error: unknown;
  retry?: () => void;
}

/** What went wrong, what was kept, what to do; and a way to try again. */
export function ProblemNote({ error, retry }: ProblemNoteProps) {
  const intl = useIntl();
  const words = wordProblem(intl, error);
  const fields = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return (
    <Note
      tone="grave"
      alert
      title={words.title}
      actions={
        retry && (
          <Button onClick={retry}>
            <FormattedMessage id="ui.retry" />
          </Button>
        )
      }
    >
      {words.detail && <p>{words.detail}</p>}
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <li key={field.pointer + field.reason}>
              <code>{field.pointer}</code> {field.reason}
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}
