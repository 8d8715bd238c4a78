export { AuditPage } from './audit-page.tsx';
export { OwnTrail } from './own-trail.tsx';
export { RecordPage } from './record-page.tsx';
