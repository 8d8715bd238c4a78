export type { GuideActs } from './acts.ts';
export { ErrandPlace } from './errand-place.tsx';
export { GuidePlace } from './guide-place.tsx';
export { GUIDED_STATE } from './guided-officers.ts';
