import type { AlertFigures } from '@entente/contracts/alerts/alert';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { catalogueQuery } from '../../api/alerts/catalogue.ts';
import { figuresQuery } from '../../api/alerts/list.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Part } from '../../ui/part.tsx';
import { Table } from '../../ui/table.tsx';
import { useTranslated } from '../../ui/translated.ts';

const COUNTS = ['issued', 'extended', 'withdrawn', 'expired', 'refused'] as const;
const HEADS = {
  issued: 'figures.issued',
  extended: 'figures.extended',
  withdrawn: 'figures.withdrawn',
  expired: 'figures.expired',
  refused: 'figures.refused',
} as const;

/** How many alerts of each category a year saw; the same the public reads. */
export function FiguresPage() {
  const intl = useIntl();
  const figures = useQuery(figuresQuery);
  return (
    <Page title={intl.formatMessage({ id: 'figures.title' })} lead={<FormattedMessage id="figures.lead" />}>
      <Part query={figures} lines={8}>
        {(found) =>
          found.length === 0 ? (
            <Panel flush>
              <Empty title={<FormattedMessage id="figures.none" />}>
                <FormattedMessage id="figures.none.next" />
              </Empty>
            </Panel>
          ) : (
            yearsOf(found).map((year) => (
              <FiguresOfYear key={year} year={year} figures={found.filter((line) => line.year === year)} />
            ))
          )
        }
      </Part>
    </Page>
  );
}

function FiguresOfYear({ year, figures }: { year: number; figures: AlertFigures }) {
  const intl = useIntl();
  const translated = useTranslated();
  const { data: catalogue } = useQuery(catalogueQuery);
  const title = intl.formatMessage({ id: 'figures.year' }, { year: String(year) });
  const nameOf = (id: string) => {
    const category = catalogue?.categories.find((one) => one.id === id);
    return category ? translated(category.names) : id;
  };
  return (
    <Panel title={title} flush>
      <Table
        caption={title}
        head={
          <>
            <th scope="col">
              <FormattedMessage id="alerts.column.category" />
            </th>
            {COUNTS.map((count) => (
              <th key={count} scope="col" data-number>
                <FormattedMessage id={HEADS[count]} />
              </th>
            ))}
          </>
        }
      >
        {figures.map((line) => (
          <tr key={line.category}>
            <td>{nameOf(line.category)}</td>
            {COUNTS.map((count) => (
              <td key={count} data-number>
                <FormattedNumber value={line[count]} />
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

/** The years told of, the newest first. */
function yearsOf(figures: AlertFigures): number[] {
  return [...new Set(figures.map(({ year }) => year))].toSorted((left, right) => right - left);
}
