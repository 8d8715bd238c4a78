import type { ImportCounts, ListId } from '@entente/contracts/alerts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { changesQuery, REPORT_PAGE } from '../../api/alerts.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SUBJECT_KINDS } from '../../ui/listed-words.ts';
import { Mark } from '../../ui/mark.tsx';
import { Name } from '../../ui/name.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Part } from '../../ui/part.tsx';
import { Table } from '../../ui/table.tsx';
import { CHANGED_FIELDS } from './changed-fields.ts';

const route = getRouteApi('/lists/imports/$id');

/** The delta: what was added, changed and removed, by the filter in the address. */
export function ImportChanges({ id, list, counts }: { id: string; list: ListId; counts: ImportCounts }) {
  const intl = useIntl();
  const navigate = route.useNavigate();
  const { change, cursor, page = 1 } = route.useSearch();
  const mayRead = useMay('alerts.read-entry');
  const changes = useQuery(changesQuery(id, change, cursor));
  const title = intl.formatMessage({ id: 'changes.title' });
  const count = (words: string, number: number) => `${words} ${intl.formatNumber(number)}`;
  return (
    <Panel
      title={title}
      flush
      aside={
        <ChoiceRow
          label={intl.formatMessage({ id: 'changes.filter' })}
          value={change ?? 'all'}
          choices={[
            {
              value: 'all',
              label: count(intl.formatMessage({ id: 'changes.all' }), counts.added + counts.changed + counts.removed),
            },
            { value: 'added', label: count(intl.formatMessage({ id: 'mark.added' }), counts.added) },
            { value: 'changed', label: count(intl.formatMessage({ id: 'mark.changed' }), counts.changed) },
            { value: 'removed', label: count(intl.formatMessage({ id: 'mark.removed' }), counts.removed) },
          ]}
          onChoose={(value) => void navigate({ search: value === 'all' ? {} : { change: value } })}
        />
      }
    >
      <Part query={changes} lines={8}>
        {(found) =>
          found.total === 0 ? (
            <Empty title={<FormattedMessage id="changes.none" />} />
          ) : (
            <>
              <Table caption={title} head={<ChangesHead />}>
                {found.changes.map((one) => (
                  <tr key={`${one.change} ${one.ref}`}>
                    <td>
                      <Mark kind={one.change} />
                    </td>
                    <td>
                      <Name name={one.name} />
                    </td>
                    <td>
                      <FormattedMessage id={SUBJECT_KINDS[one.kind]} />
                    </td>
                    <td>
                      {mayRead && one.change !== 'removed' ? (
                        <Link to="/lists/$list/entries/$ref" params={{ list, ref: one.ref }}>
                          <code>{one.ref}</code>
                        </Link>
                      ) : (
                        <code>{one.ref}</code>
                      )}
                    </td>
                    <td>
                      {one.fields
                        .map((field) => {
                          const words = CHANGED_FIELDS[field as keyof typeof CHANGED_FIELDS];
                          return words ? intl.formatMessage({ id: words }) : field;
                        })
                        .join(', ')}
                    </td>
                  </tr>
                ))}
              </Table>
              <Pager
                page={page}
                perPage={REPORT_PAGE}
                total={found.total}
                next={found.next}
                onFirst={() => void navigate({ search: change ? { change } : {} })}
                onNext={(next) =>
                  void navigate({ search: { ...(change ? { change } : {}), cursor: next, page: page + 1 } })
                }
              />
            </>
          )
        }
      </Part>
    </Panel>
  );
}

function ChangesHead() {
  return (
    <>
      <th scope="col">
        <FormattedMessage id="changes.change" />
      </th>
      <th scope="col">
        <FormattedMessage id="changes.name" />
      </th>
      <th scope="col">
        <FormattedMessage id="changes.kind" />
      </th>
      <th scope="col">
        <FormattedMessage id="changes.ref" />
      </th>
      <th scope="col">
        <FormattedMessage id="changes.fields" />
      </th>
    </>
  );
}
