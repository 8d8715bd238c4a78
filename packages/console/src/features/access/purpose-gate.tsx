import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { ClosedPage } from '../../ui/closed-page.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import style from './purpose.module.css';
import { useFittingPurpose } from './purpose.ts';
import { PurposeForm } from './purpose-form.tsx';

/** A page with personal data opens only under a purpose that fits; and only for who may open it at all. */
export function PurposeGate({ action, children }: { action: string; children: ReactNode }) {
  const intl = useIntl();
  const may = useMay(action);
  const asking = useFittingPurpose(action);
  if (!may) return <ClosedPage />;
  if (asking) return children;
  return (
    <Page title={intl.formatMessage({ id: 'gate.title' })} lead={<FormattedMessage id="gate.lead" />}>
      <div className={style.gate}>
        <Panel>
          <PurposeForm action={action} onChosen={() => {}} />
        </Panel>
      </div>
    </Page>
  );
}
