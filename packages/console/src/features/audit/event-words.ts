import type { IntlShape } from 'react-intl';

/** What the node records, in words; the name of the event itself stays the reference. */
export const EVENTS = {
  'access.authority-changed': 'event.access.authority-changed',
  'access.authority-entered': 'event.access.authority-entered',
  'access.key-added': 'event.access.key-added',
  'access.keys-rotated': 'event.access.keys-rotated',
  'access.node-founded': 'event.access.node-founded',
  'access.officer-entered': 'event.access.officer-entered',
  'access.officer-locked': 'event.access.officer-locked',
  'access.officer-unlocked': 'event.access.officer-unlocked',
  'access.passkey-labelled': 'event.access.passkey-labelled',
  'access.passkey-registered': 'event.access.passkey-registered',
  'access.passkey-removed': 'event.access.passkey-removed',
  'access.password-changed': 'event.access.password-changed',
  'access.refused': 'event.access.refused',
  'access.roles-changed': 'event.access.roles-changed',
  'access.session-revoked': 'event.access.session-revoked',
  'access.sessions-ended': 'event.access.sessions-ended',
  'access.sign-in-refused': 'event.access.sign-in-refused',
  'access.signed-in': 'event.access.signed-in',
  'access.signed-out': 'event.access.signed-out',
  'alerts.basis-stated': 'event.alerts.basis-stated',
  'alerts.basis-withdrawn': 'event.alerts.basis-withdrawn',
  'alerts.import-report-read': 'event.alerts.import-report-read',
  'alerts.list-import-aborted': 'event.alerts.list-import-aborted',
  'alerts.list-import-failed': 'event.alerts.list-import-failed',
  'alerts.list-import-started': 'event.alerts.list-import-started',
  'alerts.list-imported': 'event.alerts.list-imported',
  'audit.erased': 'event.audit.erased',
  'audit.exported': 'event.audit.exported',
  'audit.parts-read': 'event.audit.parts-read',
  'audit.proven': 'event.audit.proven',
  'audit.record-read': 'event.audit.record-read',
  'audit.searched': 'event.audit.searched',
  'screening.checked': 'event.screening.checked',
} as const;

/** The words for an event; its own name where the console knows no words for it. */
export function eventInWords(intl: IntlShape, event: string): string {
  const id = EVENTS[event as keyof typeof EVENTS];
  return id ? intl.formatMessage({ id }) : event;
}
