export type { GuideActs } from './acts.ts';
export { GuidePlace } from './guide-place.tsx';
