import type { Candidate } from '@entente/contracts/screening';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { keepCase, reviewReport } from '../../../api/screening/second-line.ts';
import { Button } from '../../../ui/button.tsx';
import { LongField } from '../../../ui/field.tsx';
import style from '../../../ui/form.module.css';
import { RefusedRules } from '../refused-rules.tsx';
import { takeUpNewer } from './conflict.ts';

/** The second officer's word on what the owner is told; only with it anything is carried out. */
export function ReportReviewForm({ view, candidate }: { view: SecondLineView; candidate: Candidate }) {
  const intl = useIntl();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  async function review(agrees: boolean) {
    setFailure(null);
    try {
      const said = { candidate: candidate.key, agrees, ...(note.trim() && { note }) };
      keepCase(client, await reviewReport(view.id, { ...said, revision: view.revision }));
    } catch (error) {
      await takeUpNewer(client, view.id, error);
      setFailure(error);
    }
  }
  return (
    <form className={style.form} onSubmit={(event) => event.preventDefault()}>
      {failure !== null && <RefusedRules error={failure} />}
      <LongField
        label={intl.formatMessage({ id: 'report.review.note' })}
        hint={intl.formatMessage({ id: 'report.review.hint' })}
        value={note}
        rows={2}
        maxLength={2000}
        dir="auto"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={style.buttons}>
        <Button weight="main" onClick={() => void review(true)}>
          <FormattedMessage id="report.review.agree" />
        </Button>
        <Button onClick={() => void review(false)}>
          <FormattedMessage id="report.review.decline" />
        </Button>
      </div>
    </form>
  );
}
