export { type AttributeRequest, registerAudit } from './http.ts';
export type { Attribution, AuditEntry, NameActors } from './model.ts';
export { AUDIT_PROBLEMS } from './problems.ts';
export { type AuditOptions, openAudit } from './service/audit.ts';
export { type ExportQuery, exportLog } from './service/export.ts';
export { LogKeyError } from './service/log-key.ts';
export { proveRecord } from './service/prove.ts';
export { recordEvent } from './service/record-event.ts';
export { verifyStoredLog } from './service/verify.ts';
