import type { OfficerEntry } from '@entente/contracts/access/officers';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay, useSession } from '../../../api/access.ts';
import { officerQuery } from '../../../api/officers.ts';
import { Note } from '../../../ui/note.tsx';
import { Page } from '../../../ui/page.tsx';
import { Part } from '../../../ui/part.tsx';
import { OfficerAuthority } from './officer-authority.tsx';
import { OfficerFacts } from './officer-facts.tsx';
import { OfficerRoles } from './officer-roles.tsx';
import { OfficerWayIn } from './officer-way-in.tsx';
import style from './officers.module.css';

const route = getRouteApi('/officers/$id');

/** One officer: his roles and authority, and his way in. */
export function OfficerPage() {
  const intl = useIntl();
  const { id } = route.useParams();
  const officer = useQuery(officerQuery(id));
  return (
    <Page
      title={officer.data?.displayName ?? intl.formatMessage({ id: 'officers.one' })}
      lead={
        <Link to="/officers">
          <FormattedMessage id="officers.all" />
        </Link>
      }
    >
      <Part query={officer}>{(entry) => <Officer key={entry.id} officer={entry} />}</Part>
    </Page>
  );
}

function Officer({ officer }: { officer: OfficerEntry }) {
  const own = useSession().officer?.id === officer.id;
  const mayChange = useMay('access.change-officers') && !own;
  return (
    <>
      {own && (
        <Note>
          <FormattedMessage id="officers.own" />
        </Note>
      )}
      <div className={style.columns}>
        <div className={style.column}>
          <OfficerRoles officer={officer} mayChange={mayChange} />
          {mayChange && <OfficerAuthority officer={officer} />}
        </div>
        <div className={style.column}>
          <OfficerFacts officer={officer} />
          {mayChange && <OfficerWayIn officer={officer} />}
        </div>
      </div>
    </>
  );
}
