import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../../api/access.ts';
import { searchFiguresQuery } from '../../../api/screening/oversight.ts';
import { Page } from '../../../ui/page.tsx';
import { Part } from '../../../ui/part.tsx';
import { DaysTable } from './days-table.tsx';
import { OfficersTable } from './officers-table.tsx';
import { PatternsPanel } from './patterns-panel.tsx';
import { QuestionOpening } from './question-opening.tsx';
import style from './searches.module.css';
import { VerdictsPanel } from './verdicts-panel.tsx';

/** For oversight: how much is searched, by whom, and what is out of the ordinary. It accuses nobody. */
export function SearchesPage() {
  const intl = useIntl();
  const figures = useQuery(searchFiguresQuery);
  const mayOpen = useMay('screening.open-query');
  return (
    <Page title={intl.formatMessage({ id: 'searches.title' })} lead={<FormattedMessage id="searches.lead" />}>
      <Part query={figures} lines={10}>
        {(found) => (
          <>
            <PatternsPanel patterns={found.patterns} />
            <OfficersTable officers={found.officers} />
            <div className={style.columns}>
              <DaysTable days={found.days} />
              <VerdictsPanel verdicts={found.verdicts} />
            </div>
          </>
        )}
      </Part>
      {mayOpen && <QuestionOpening />}
    </Page>
  );
}
