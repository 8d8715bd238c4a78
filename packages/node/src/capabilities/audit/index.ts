export type { Attribution, AuditEntry } from './model.ts';
export { recordEvent } from './service/record-event.ts';
