import { IconChevronDown } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../../api/access.ts';
import { askingFor } from '../../api/asking.ts';
import { useStore } from '../../api/store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { useTranslated } from '../../ui/translated.ts';
import style from './purpose.module.css';
import { purposesFor, useOnlyPurpose } from './purpose.ts';
import { PurposeForm } from './purpose-form.tsx';

interface PurposeButtonProps {
  open: boolean;
  onOpen: (open: boolean) => void;
  /** The action of the page shown, so that only purposes that fit it are offered. */
  action?: string | undefined;
}

/** Says in the header under which purpose, legal basis and case one acts, and lets one change it. */
export function PurposeButton({ action, open, onOpen }: PurposeButtonProps) {
  const intl = useIntl();
  const translated = useTranslated();
  const session = useSession();
  const asking = useStore(askingFor);
  const purpose = session.purposes.find(({ id }) => id === asking?.purpose && asking.officerId === session.officer?.id);
  const basis = purpose?.legalBases.find(({ id }) => id === asking?.legalBasis);
  useOnlyPurpose();
  if (purposesFor(session.purposes).length === 0) return null;
  return (
    <>
      <button type="button" className={style.button} aria-haspopup="dialog" onClick={() => onOpen(true)}>
        <span className={style.lines}>
          <span className={style.purpose}>
            {purpose ? translated(purpose.names) : <FormattedMessage id="purpose.none" />}
            {asking?.caseReference && purpose && <span className={style.case}>{asking.caseReference}</span>}
          </span>
          {basis && <span className={style.basis}>{translated(basis.names)}</span>}
        </span>
        <Hidden>
          <FormattedMessage id="purpose.change" />
        </Hidden>
        <IconChevronDown size={16} aria-hidden />
      </button>
      {open && (
        <Dialog title={intl.formatMessage({ id: 'purpose.title' })} onClose={() => onOpen(false)}>
          <p>
            <FormattedMessage id="purpose.lead" />
          </p>
          <PurposeForm action={action} onChosen={() => onOpen(false)} />
        </Dialog>
      )}
    </>
  );
}
