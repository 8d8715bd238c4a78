import { useQuery } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { incidentsQuery } from '../../api/incidents.ts';
import { Note } from '../../ui/note.tsx';
import style from './guide.module.css';
import { IncidentButton } from './incident-button.tsx';
import { LASTING, lastingNow } from './incident-state.ts';

/** What the reader has made go wrong and not put right, said until it is. */
export function LastingIncidents() {
  const { data } = useQuery(incidentsQuery);
  const lasting = data ? lastingNow(data) : [];
  if (lasting.length === 0) return null;
  return (
    <div className={style.lasting}>
      {lasting.map((act) => (
        <Note key={act} tone="warning" title={<FormattedMessage id={LASTING[act].words} />}>
          <IncidentButton act={act} undo={LASTING[act].undo} />
        </Note>
      ))}
    </div>
  );
}
