import type { AlertView, FlagGround } from '@entente/contracts/alerts/alert';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { decideAcceptance, flagAlert, unflagAlert } from '../../../api/alerts/alert.ts';
import { catalogueQuery } from '../../../api/alerts/catalogue.ts';
import { RadioField } from '../../../ui/radio-field.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { FLAG_GROUNDS } from '../words/circulation-words.ts';
import { ReasonedDialog } from './reasoned-dialog.tsx';

interface HeldDialogProps {
  alert: AlertView;
  onClose: () => void;
}

/** Puts an alert of another state in force here. */
export function AcceptanceDialog({ alert, onClose }: HeldDialogProps) {
  const intl = useIntl();
  return (
    <ReasonedDialog
      title={intl.formatMessage({ id: 'accept.title' }, { reference: alert.reference })}
      consequence={<FormattedMessage id="accept.consequence" />}
      act={<FormattedMessage id="alert.act.accept" />}
      step={(reasons) => decideAcceptance(alert.id, { revision: alert.revision, decision: 'accept', reasons })}
      onClose={onClose}
    />
  );
}

/** Leaves it asleep; its owner is told the ground. */
export function RefusalDialog({ alert, onClose }: HeldDialogProps) {
  const intl = useIntl();
  const [why, setWhy] = useState<FlagGround | ''>('');
  return (
    <ReasonedDialog
      title={intl.formatMessage({ id: 'refuse.title' }, { reference: alert.reference })}
      consequence={<FormattedMessage id="refuse.consequence" />}
      act={<FormattedMessage id="alert.act.refuse" />}
      ready={why !== ''}
      step={(reasons) =>
        decideAcceptance(alert.id, {
          revision: alert.revision,
          decision: 'refuse',
          why: why as FlagGround,
          reasons,
        })
      }
      onClose={onClose}
    >
      {(tried) => <GroundField value={why} tried={tried} onChoose={setWhy} />}
    </ReasonedDialog>
  );
}

/** No action on our territory, and what is done instead. */
export function FlagDialog({ alert, onClose }: HeldDialogProps) {
  const intl = useIntl();
  const [why, setWhy] = useState<FlagGround | ''>('');
  const [action, setAction] = useState('');
  return (
    <ReasonedDialog
      title={intl.formatMessage({ id: 'flag.title' }, { reference: alert.reference })}
      consequence={<FormattedMessage id="flag.consequence" />}
      act={<FormattedMessage id="alert.act.flag" />}
      ready={why !== '' && action !== ''}
      step={(reasons) => flagAlert(alert.id, { revision: alert.revision, why: why as FlagGround, action, reasons })}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <GroundField value={why} tried={tried} onChoose={setWhy} />
          <AlternativeField alert={alert} value={action} tried={tried} onChoose={setAction} />
        </>
      )}
    </ReasonedDialog>
  );
}

/** What the owner asks for is done again. */
export function UnflagDialog({ alert, onClose }: HeldDialogProps) {
  const intl = useIntl();
  return (
    <ReasonedDialog
      title={intl.formatMessage({ id: 'unflag.title' }, { reference: alert.reference })}
      consequence={<FormattedMessage id="unflag.consequence" />}
      act={<FormattedMessage id="alert.act.unflag" />}
      step={(reasons) => unflagAlert(alert.id, { revision: alert.revision, reasons })}
      onClose={onClose}
    />
  );
}

interface ChoiceProps<T extends string> {
  value: T | '';
  tried: boolean;
  onChoose: (value: T) => void;
}

function GroundField({ value, tried, onChoose }: ChoiceProps<FlagGround>) {
  return (
    <RadioField
      first
      label={<FormattedMessage id="flag.why" />}
      hint={<FormattedMessage id="flag.why.hint" />}
      value={value}
      choices={(Object.keys(FLAG_GROUNDS) as FlagGround[]).map((ground) => ({
        value: ground,
        label: <FormattedMessage id={FLAG_GROUNDS[ground]} />,
      }))}
      error={tried && value === '' && <FormattedMessage id="flag.why.missing" />}
      onChoose={onChoose}
    />
  );
}

/** What may stand in the place of the owner's action for this kind of subject: it holds nobody and hands nobody over. */
function AlternativeField({ alert, value, tried, onChoose }: ChoiceProps<string> & { alert: AlertView }) {
  const translated = useTranslated();
  const { data: catalogue } = useQuery(catalogueQuery);
  const ofKind = catalogue?.categories.filter(({ kinds }) => kinds.includes(alert.kind)) ?? [];
  const offered = new Set(ofKind.flatMap(({ actions }) => actions));
  const milder = (catalogue?.actions ?? []).filter(
    ({ id, detains, transfers }) => offered.has(id) && !detains && !transfers && id !== alert.action,
  );
  return (
    <RadioField
      label={<FormattedMessage id="flag.action" />}
      value={value}
      choices={milder.map(({ id, names, instructions }) => ({
        value: id,
        label: translated(names),
        hint: translated(instructions),
      }))}
      error={tried && value === '' && <FormattedMessage id="flag.action.missing" />}
      onChoose={onChoose}
    />
  );
}
