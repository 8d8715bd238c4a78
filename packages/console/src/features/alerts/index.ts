export { ListsPage } from './lists-page.tsx';
