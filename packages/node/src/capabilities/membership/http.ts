import { Organisation } from '@entente/contracts/membership';
import type { Http } from '../../platform/http/http.ts';
import type { Membership } from './service/profile.ts';

export function registerMembership(http: Http, membership: Membership): void {
  http.get(
    '/api/membership/organisation',
    {
      config: { gate: { action: 'membership.view', personal: false } },
      schema: { response: { 200: Organisation } },
    },
    async () => membership.organisation(),
  );
}
