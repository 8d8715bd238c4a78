import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { incidentsQuery } from '../../api/incidents.ts';
import style from './guide.module.css';
import type { StepCommands } from './steps.ts';
import { TextOffer } from './text-offer.tsx';

/** Two commands for the terminal: the first writes evidence of the hit, the second verifies it anywhere. */
export function EvidenceBody({ step: { lead } }: { step: StepCommands }) {
  const [write, verify] = [useId(), useId()];
  const { data } = useQuery(incidentsQuery);
  return (
    <div className={style.body}>
      <p>
        <FormattedMessage id={lead} />
      </p>
      {data?.evidence ? (
        <>
          <div className={style.offer}>
            <p id={write} className={style.soft}>
              <FormattedMessage id="guide.evidence.write" />
            </p>
            <TextOffer text={data.evidence.write} describedBy={write} whole />
          </div>
          <div className={style.offer}>
            <p id={verify} className={style.soft}>
              <FormattedMessage id="guide.evidence.verify" />
            </p>
            <TextOffer text={data.evidence.verify} describedBy={verify} whole />
          </div>
        </>
      ) : (
        <p className={style.soft}>
          <FormattedMessage id="guide.evidence.none" />
        </p>
      )}
    </div>
  );
}
