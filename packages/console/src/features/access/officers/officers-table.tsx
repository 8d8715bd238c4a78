import type { OfficerEntry } from '@entente/contracts/access/officers';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Table } from '../../../ui/table.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { RoleWords } from '../role-words.tsx';
import style from './officers.module.css';

export function OfficersTable({ caption, officers }: { caption: string; officers: OfficerEntry[] }) {
  const translated = useTranslated();
  return (
    <Table caption={caption} head={<OfficersHead />}>
      {officers.map((officer) => (
        <tr key={officer.id}>
          <td className={style.name}>
            <Link to="/officers/$id" params={{ id: officer.id }}>
              {officer.displayName}
            </Link>
            <code className={style.under}>{officer.name}</code>
          </td>
          <td>{translated(officer.authority.names)}</td>
          <td>
            <RoleWords roles={officer.roles} />
          </td>
          <td>
            <Mark kind={`way-${officer.state}`} />
          </td>
          <td data-number>
            <FormattedNumber value={officer.passkeys} />
          </td>
          <td data-number>
            <FormattedNumber value={officer.sessions} />
          </td>
          <td className={style.moment}>
            {officer.lastSeenAt ? (
              <Moment at={officer.lastSeenAt} />
            ) : (
              <span className={style.under}>
                <FormattedMessage id="officers.never" />
              </span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function OfficersHead() {
  return (
    <>
      <th scope="col">
        <FormattedMessage id="sessions.officer" />
      </th>
      <th scope="col">
        <FormattedMessage id="officers.authority" />
      </th>
      <th scope="col">
        <FormattedMessage id="officers.roles" />
      </th>
      <th scope="col">
        <FormattedMessage id="officers.way-in" />
      </th>
      <th scope="col" data-number>
        <FormattedMessage id="passkeys.title" />
      </th>
      <th scope="col" data-number>
        <FormattedMessage id="sessions.title" />
      </th>
      <th scope="col">
        <FormattedMessage id="officers.last-seen" />
      </th>
    </>
  );
}
