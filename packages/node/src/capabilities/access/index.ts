export type { Asking, Attribution, Authority, Founding, NewOfficer } from './model.ts';
export { attribution, operatorAttribution } from './rules.ts';
