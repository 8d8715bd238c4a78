import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { askOwner, inquiryQuery, keepInquiry } from '../../../api/inquiries.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { markOfInquiry } from '../../../ui/inquiry-mark.ts';
import { Mark } from '../../../ui/mark.tsx';
import { RefusedSteps } from '../../../ui/refused-steps.tsx';
import style from './asks.module.css';

/** Under a hit: asks its owner to tell what was hit, and then says how that stands. */
export function AskOwner({ node, reference }: { node: string; reference: string }) {
  const intl = useIntl();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [inquiry, setInquiry] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      const said = words.trim();
      const view = await askOwner({ node, reference, ...(said !== '' && { words: said }) });
      keepInquiry(client, view);
      setInquiry(view.id);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  }

  if (inquiry !== null) return <Standing inquiry={inquiry} />;
  return (
    <form className={style.owner} onSubmit={(event) => void submit(event)} noValidate autoComplete="off">
      <TextField
        label={intl.formatMessage({ id: 'inquiry.ask.words' })}
        hint={intl.formatMessage({ id: 'inquiry.ask.hint' })}
        value={words}
        maxLength={2000}
        dir="auto"
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={style.buttons}>
        <Button type="submit" busy={busy}>
          <FormattedMessage id="inquiry.ask" />
        </Button>
      </div>
      {failure !== null && <RefusedSteps error={failure} />}
    </form>
  );
}

function Standing({ inquiry }: { inquiry: string }) {
  const { data } = useQuery(inquiryQuery(inquiry));
  return (
    <p className={style.standing} role="status">
      {data && <Mark kind={markOfInquiry(data)} />}
      <Link to="/inquiries/$id" params={{ id: inquiry }}>
        <FormattedMessage id="inquiry.see" />
      </Link>
    </p>
  );
}
