import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { problemsQuery, REPORT_PAGE } from '../../api/alerts.ts';
import { Pager } from '../../ui/pager.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Part } from '../../ui/part.tsx';
import { Table } from '../../ui/table.tsx';
import { listProblemInWords } from './list-problems.ts';

/** Records that could not be read: where each stands in its file, and why. */
export function ImportProblems({ id }: { id: string }) {
  const intl = useIntl();
  const [at, setAt] = useState<{ cursor: string | undefined; page: number }>({ cursor: undefined, page: 1 });
  const problems = useQuery(problemsQuery(id, at.cursor));
  const title = intl.formatMessage({ id: 'problems.title' });
  if (problems.data?.total === 0) return null;
  return (
    <Panel title={title} aside={<FormattedMessage id="problems.lead" />} flush>
      <Part query={problems}>
        {(found) => (
          <>
            <Table
              caption={title}
              head={
                <>
                  <th scope="col">
                    <FormattedMessage id="problems.file" />
                  </th>
                  <th scope="col">
                    <FormattedMessage id="problems.place" />
                  </th>
                  <th scope="col">
                    <FormattedMessage id="changes.ref" />
                  </th>
                  <th scope="col">
                    <FormattedMessage id="problems.reason" />
                  </th>
                </>
              }
            >
              {found.problems.map((problem) => (
                <tr key={`${problem.file} ${problem.place} ${problem.reason}`}>
                  <td>{problem.file}</td>
                  <td>
                    <code>{problem.place}</code>
                  </td>
                  <td>
                    <code>{problem.ref ?? '—'}</code>
                  </td>
                  <td>{listProblemInWords(intl, problem)}</td>
                </tr>
              ))}
            </Table>
            <Pager
              page={at.page}
              perPage={REPORT_PAGE}
              total={found.total}
              next={found.next}
              onFirst={() => setAt({ cursor: undefined, page: 1 })}
              onNext={(cursor) => setAt({ cursor, page: at.page + 1 })}
            />
          </>
        )}
      </Part>
    </Panel>
  );
}
