export { AuditPage } from './audit-page.tsx';
export { RecordPage } from './record-page.tsx';
