export { ImportListPage } from './import-list-page.tsx';
export { ImportPage } from './import-page.tsx';
export { ListsPage } from './lists-page.tsx';
