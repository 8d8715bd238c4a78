import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { recordQuery } from '../../api/audit.ts';
import { Page } from '../../ui/page.tsx';
import { Part } from '../../ui/part.tsx';
import { eventInWords } from './event-words.ts';
import style from './record.module.css';
import { RecordContent } from './record-content.tsx';
import { RecordPartsPanel } from './record-parts.tsx';
import { RecordProofPanel } from './record-proof.tsx';

const route = getRouteApi('/audit/$id');

/** One record: what it says, the personal texts it commits to, and the proof that it stands in the log. */
export function RecordPage() {
  const intl = useIntl();
  const { id } = route.useParams();
  const record = useQuery(recordQuery(id));
  const mayProve = useMay('audit.prove');
  return (
    <Page
      title={record.data ? eventInWords(intl, record.data.content.event) : intl.formatMessage({ id: 'record.title' })}
      actions={
        <Link to="/audit">
          <FormattedMessage id="record.all" />
        </Link>
      }
    >
      <Part query={record} lines={8}>
        {(view) => (
          <div className={style.columns}>
            <div className={style.column}>
              <RecordContent view={view} />
              <RecordPartsPanel view={view} />
            </div>
            <div className={style.column}>{mayProve && <RecordProofPanel key={id} view={view} />}</div>
          </div>
        )}
      </Part>
    </Page>
  );
}
