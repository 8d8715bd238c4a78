export { PassengerListPage } from './list-page.tsx';
export { PassengerListsPage } from './lists-page.tsx';
