export { registerMembership } from './http.ts';
export type { Limits, Procedure } from './model.ts';
export { loadMembership, type Membership, ProfileError } from './service.ts';
