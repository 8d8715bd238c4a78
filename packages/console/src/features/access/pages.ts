export { AccountPage } from './account/account-page.tsx';
export { OfficerPage } from './officers/officer-page.tsx';
export { OfficersPage } from './officers/officers-page.tsx';
export { SessionsPage } from './sessions-page.tsx';
