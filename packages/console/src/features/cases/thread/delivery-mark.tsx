import type { Delivery } from '@entente/contracts/cases';
import { IconAlertTriangle, IconCheck, IconChecks, IconClock } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import { DELIVERIES } from '../words.ts';
import style from './thread.module.css';

const ICONS = {
  waiting: IconClock,
  sent: IconCheck,
  received: IconChecks,
  accepted: IconChecks,
  refused: IconAlertTriangle,
  expired: IconAlertTriangle,
} as const satisfies Record<Delivery, unknown>;

/** How far a message has come, by the other node's receipts: ticks and a word. */
export function DeliveryMark({ delivery }: { delivery: Delivery }) {
  const Icon = ICONS[delivery];
  return (
    <span className={style.delivery} data-delivery={delivery}>
      <Icon size={15} aria-hidden />
      <FormattedMessage id={DELIVERIES[delivery]} />
    </span>
  );
}
