import type { Officer } from '@entente/contracts/access';
import type { Translated } from '@entente/contracts/terms';
import type { Clock } from '../../../platform/clock.ts';
import type { Config } from '../../../platform/config.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Guard } from '../../../platform/http/gate.ts';
import type { Http } from '../../../platform/http/http.ts';
import type { Membership, Standing } from '../../membership/index.ts';
import { loadPolicies, type Policies } from '../cedar/policies.ts';
import type { Asking, Founding } from '../model.ts';
import { createPasswords } from '../passwords/passwords.ts';
import { ensureFounded, FoundingRefused } from '../service/founding.ts';
import { createPermissions } from '../service/permissions.ts';
import { type AllowedOnce, weighAgain } from '../service/weigh-again.ts';
import { registerAccount, registerPasskeySignIn } from './account.ts';
import { createChallengeCookie, createSessionCookie } from './cookie.ts';
import { createGuard } from './guard.ts';
import { registerGuide } from './guide.ts';
import { registerOfficers } from './officers.ts';
import { registerRoutes } from './routes.ts';

export interface AccessParts {
  config: Pick<Config, 'state' | 'publicHost' | 'port' | 'trustedProxies'> & { body?: string | undefined };
  db: Database;
  clock: Clock;
  membership: Membership;
  /** This node's standing in its organisation. */
  standing(): Standing | null;
  /** The program's version, shown to officers. */
  version: string;
}

/** The gate of a node, and what the node was founded as. */
export interface Access {
  founding: Founding;
  guard: Guard;
  /** Puts a question to the policies about a thing the gate cannot know of, such as one alert. */
  decide: Policies['decide'];
  /** The gate of work that goes on after its request; see `weighAgain`. */
  weighAgain(once: AllowedOnce): Promise<Asking | undefined>;
  /** Every action the policies open to an officer at all. */
  actionsOf(officer: Officer): string[];
  /** Registers the ways in and out, sessions, officers and one's own account. */
  register(http: Http): void;
}

/** Loads the policies and makes the guard; a node that starts for the first time is founded. */
export async function openAccess(parts: AccessParts): Promise<Access> {
  const { config, db, clock, membership, version } = parts;
  if (membership.stateByCode(config.state)?.role !== 'member') {
    throw new FoundingRefused(
      `ENTENTE_STATE=${config.state} is no member of ${membership.organisation().abbr.en}. Set it to a member's code, or ENTENTE_PROFILE to another organisation.`,
    );
  }
  const holderNames = namesOfHolder(config, membership);
  const policies = await loadPolicies();
  const founding = await ensureFounded({ db, clock }, config.state);
  const permissionsOf = createPermissions(policies, membership.purposes());
  // TLS ends at the proxy, which there is exactly when other machines are served.
  const https = config.trustedProxies !== undefined;
  const cookie = createSessionCookie(https);
  const limits = membership.limits();
  const gateParts = { db, clock, membership, policies, permissionsOf, cookie };
  return {
    founding,
    guard: createGuard(gateParts),
    decide: policies.decide,
    weighAgain: (once) => weighAgain({ db, clock, membership, policies }, once),
    actionsOf: (officer) => permissionsOf(officer).actions,
    register: (http) => {
      const routeParts = {
        ...gateParts,
        limits,
        founding,
        holderNames,
        passwords: createPasswords(),
        publicHost: config.publicHost,
        port: config.port,
        version,
        challengeCookie: createChallengeCookie(https),
      };
      registerRoutes(http, routeParts);
      registerPasskeySignIn(http, routeParts);
      registerAccount(http, routeParts);
      registerOfficers(http, routeParts);
      const others = () => holdersOfOthers(parts.standing());
      if (founding.demonstration) registerGuide(http, { db, clock, others });
    },
  };
}

function holdersOfOthers(standing: Standing | null): ('member' | 'body')[] {
  const nodes = standing ? [...standing.register.nodes] : [];
  return nodes.filter(([node]) => node !== standing?.self).map(([, { record }]) => record.holder);
}

/** Whose node it is, in words: the state's, or those of the permanent body that has its seat there. */
function namesOfHolder({ state, body: id }: AccessParts['config'], membership: Membership): Translated {
  if (id === undefined) return membership.stateByCode(state)!.names;
  const body = membership.organisation().bodies.find((candidate) => candidate.id === id);
  if (!body) {
    throw new FoundingRefused(
      `ENTENTE_BODY=${id} is no body of ${membership.organisation().abbr.en}. Set it to the id of one, or leave it unset.`,
    );
  }
  return body.names;
}
