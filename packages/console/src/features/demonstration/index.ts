export type { GuideActs } from './acts.ts';
export { GuidePlace } from './guide-place.tsx';
export { GUIDED_STATE } from './guided-officers.ts';
