import type { ImportView } from '@entente/contracts/alerts';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { Note } from '../../ui/note.tsx';
import { titleOf } from '../../ui/problem-words.ts';

/** Why an import came to nothing: what happened, what was kept, what to do. */
export function ImportFailure({ view }: { view: ImportView }) {
  const intl = useIntl();
  const mayImport = useMay('alerts.import-list');
  if (!view.failure) return null;
  const { code, detail } = view.failure;
  return (
    <Note
      tone={view.state === 'failed' ? 'grave' : 'plain'}
      title={titleOf(intl, code)}
      actions={
        mayImport && (
          <Link
            to="/lists/import"
            search={{ list: view.list, ...(code === 'removals-unconfirmed' ? { confirm: true } : {}) }}
          >
            <FormattedMessage id={code === 'removals-unconfirmed' ? 'import.again.whole' : 'import.again'} />
          </Link>
        )
      }
    >
      {code.startsWith('list-') && <p>{detail}</p>}
      {view.counts.read > 0 && (
        <p>
          <FormattedMessage id="import.read-before" values={{ count: view.counts.read }} />
        </p>
      )}
      <p>
        <FormattedMessage id="import.kept" />
      </p>
    </Note>
  );
}
