import { Organisation } from '@entente/contracts/membership';
import { RegisterView } from '@entente/contracts/membership/register';
import { viewRegister } from '@entente/crypto/act/register-view';
import type { Clock } from '../../platform/clock.ts';
import type { Http } from '../../platform/http/http.ts';
import { Problem } from '../../platform/problem.ts';
import { MEMBERSHIP_PROBLEMS } from './problems.ts';
import type { OpenMembership } from './service/open.ts';

const TAGS = ['membership'];
const gate = { action: 'membership.view', personal: false } as const;

/** The organisation as its profile describes it, and as its acts have made it. */
export function registerMembership(http: Http, membership: OpenMembership, clock: Clock): void {
  http.get(
    '/api/membership/organisation',
    { config: { gate }, schema: { summary: 'The organisation', tags: TAGS, response: { 200: Organisation } } },
    async () => membership.organisation(),
  );

  http.get(
    '/api/membership/register',
    {
      config: { gate },
      schema: {
        summary: 'Members, nodes and keys, as the acts of the organisation have them now',
        tags: TAGS,
        response: { 200: RegisterView },
      },
    },
    async () => {
      const standing = membership.standing();
      if (!standing) throw new Problem(MEMBERSHIP_PROBLEMS['no-register']);
      const { register, pin, self } = standing;
      return { ...viewRegister(register, clock.now().toISOString()), pin, self };
    },
  );
}
