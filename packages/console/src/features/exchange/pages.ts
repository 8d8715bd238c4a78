export { NodesPage } from './nodes-page.tsx';
