export { registerMembership } from './http.ts';
export type { Limits, Procedure } from './model/profile.ts';
export { loadMembership, type Membership, ProfileError } from './service/profile.ts';
