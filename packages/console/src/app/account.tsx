import { AccountPage } from '../features/access/pages.ts';
import { OwnTrail } from '../features/audit/index.ts';

/** My account: what the officer keeps himself, with his own trail from the log beneath. */
export function Account() {
  return <AccountPage trail={<OwnTrail />} />;
}
