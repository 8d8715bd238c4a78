export { AsksPage } from './asks/asks-page.tsx';
export { NodesPage } from './nodes-page.tsx';
