import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../../../api/access.ts';
import { handOver, handoversQuery } from '../../../api/screening/shift.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { LongField, TextField } from '../../../ui/field.tsx';
import formStyle from '../../../ui/form.module.css';
import { Panel } from '../../../ui/panel.tsx';
import { focusWrongField } from '../../../ui/wrong-field.ts';
import { keepPost, post } from '../post.ts';
import { RefusedRules } from '../refused-rules.tsx';
import { linesOf, tooLong } from './outages.ts';
import style from './shift-page.module.css';

const SHORTEST_PLACE = 2;

/** The leaving officer adds outages and notes, and signs. */
export function HandoverForm() {
  const intl = useIntl();
  const client = useQueryClient();
  const { officer } = useSession();
  const [place, setPlace] = useState(post.get().place);
  const [outages, setOutages] = useState('');
  const [notes, setNotes] = useState('');
  const [tried, setTried] = useState(false);
  const [signing, setSigning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const noPlace = place.trim().length < SHORTEST_PLACE;
  const wrongOutages = tooLong(linesOf(outages));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (noPlace || wrongOutages) return focusWrongField(event.currentTarget);
    setFailure(null);
    setSigning(true);
  }

  async function sign() {
    try {
      await handOver({ place: place.trim(), outages: linesOf(outages), notes: notes.trim() });
    } catch (error) {
      setFailure(error);
      return;
    }
    keepPost({ place: place.trim() });
    setOutages('');
    setNotes('');
    setTried(false);
    await client.invalidateQueries({ queryKey: handoversQuery.queryKey });
  }

  return (
    <Panel title={<FormattedMessage id="handover.title" />}>
      <form className={style.form} onSubmit={submit} noValidate>
        {failure !== null && <RefusedRules error={failure} />}
        <TextField
          label={intl.formatMessage({ id: 'post.place' })}
          hint={intl.formatMessage({ id: 'post.place.hint' })}
          value={place}
          maxLength={200}
          autoComplete="off"
          error={tried && noPlace && intl.formatMessage({ id: 'post.place.missing' })}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <LongField
          label={intl.formatMessage({ id: 'handover.outages' })}
          hint={intl.formatMessage({ id: 'handover.outages.hint' })}
          value={outages}
          rows={2}
          dir="auto"
          maxLength={6000}
          error={tried && wrongOutages && intl.formatMessage({ id: 'handover.outages.wrong' })}
          onChange={(event) => setOutages(event.currentTarget.value)}
        />
        <LongField
          label={intl.formatMessage({ id: 'handover.notes' })}
          hint={intl.formatMessage({ id: 'handover.notes.hint' })}
          value={notes}
          rows={4}
          dir="auto"
          maxLength={4000}
          onChange={(event) => setNotes(event.currentTarget.value)}
        />
        <div className={formStyle.buttons}>
          <Button type="submit" weight="main">
            <FormattedMessage id="handover.sign" />
          </Button>
        </div>
      </form>
      {signing && (
        <Confirmation
          title={intl.formatMessage({ id: 'handover.sign.title' }, { name: officer?.displayName ?? '' })}
          consequence={intl.formatMessage({ id: 'handover.sign.consequence' })}
          verb={intl.formatMessage({ id: 'handover.sign' })}
          grave={false}
          act={sign}
          onClose={() => setSigning(false)}
        />
      )}
    </Panel>
  );
}
