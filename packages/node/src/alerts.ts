/** Alerts weighed without a node: the rules of their content as submission has them, without a database. */
export { listAddressees } from './capabilities/alerts/rules/addressees.ts';
export { assessContent, findSuspectTerms } from './capabilities/alerts/rules/assess.ts';
export type { Circumstances } from './capabilities/alerts/rules/case.ts';
export { isDay } from './capabilities/alerts/rules/days.ts';
export { explainRefusal } from './capabilities/alerts/rules/explain.ts';
export { readContent, type ShapeFault } from './capabilities/alerts/rules/shape.ts';
export { loadMembership, ProfileError } from './capabilities/membership/service/profile.ts';
