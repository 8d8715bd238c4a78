export { describeAccess } from './cedar/reference.ts';
export { type Access, type AccessParts, openAccess } from './http/access.ts';
export { askingOf } from './http/guard.ts';
export type { Asking, Authority, Founding, NewOfficer } from './model.ts';
export { createPasswords } from './passwords/passwords.ts';
export type { Question, Stated } from './policy.ts';
export { attribution, isLocked, isLockedByHand, operatorAttribution } from './rules.ts';
export { ensureFounded, FoundingRefused, foundDemonstration } from './service/founding.ts';
export {
  addOfficer,
  changePassword,
  generatePassword,
  lockOfficer,
  type OfficerForm,
  type OfficerParts,
  OfficerRefused,
  unlockOfficer,
} from './service/officers.ts';
export { liveSessionIds } from './service/sessions.ts';
export { SEALED_TABLES } from './store/sealed-tables.ts';
export { listOfficers, readDisplayNames, readFounding } from './store.ts';
