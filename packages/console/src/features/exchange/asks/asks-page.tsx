import type { AskRecipient } from '@entente/contracts/exchange/asks';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { recipientsQuery } from '../../../api/exchange.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Part } from '../../../ui/part.tsx';
import { ProblemNote } from '../../../ui/problem.tsx';
import { Answers } from './answers.tsx';
import { AskForm } from './ask-form.tsx';
import { AskedIn } from './asked-in.tsx';
import style from './asks.module.css';
import { useAsk } from './use-ask.ts';

/** An officer asks other nodes about one person or document, in one case: each answers hit or no-hit. */
export function AsksPage() {
  const intl = useIntl();
  const recipients = useQuery(recipientsQuery);
  return (
    <Page title={intl.formatMessage({ id: 'ask.title' })} lead={<FormattedMessage id="ask.lead" />}>
      <Part query={recipients} lines={8}>
        {({ self, nodes }) =>
          self === null ? (
            <Empty title={<FormattedMessage id="nodes.alone" />}>
              <FormattedMessage id="nodes.alone.next" />
            </Empty>
          ) : (
            <Ask recipients={nodes} />
          )
        }
      </Part>
    </Page>
  );
}

function Ask({ recipients }: { recipients: AskRecipient[] }) {
  const { busy, failure, asked, ask } = useAsk();
  if (recipients.length === 0) {
    return (
      <Empty title={<FormattedMessage id="ask.nobody-else" />}>
        <FormattedMessage id="ask.nobody-else.next" />
      </Empty>
    );
  }
  return (
    <div className={style.columns}>
      <AskedIn />
      <div className={style.work}>
        <AskForm recipients={recipients} busy={busy} onAsk={(request) => void ask(request)} />
        {failure !== null && <ProblemNote error={failure} />}
        {asked && <Answers asked={asked} recipients={recipients} />}
      </div>
    </div>
  );
}
