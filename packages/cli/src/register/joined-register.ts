import type { Acting, OpenMembership } from '@entente/node/capabilities/membership/index';
import { CommandError, EXIT, type Io } from '../command.ts';
import { type Joined, joinExistingNode, joinNode } from '../joined-database.ts';

/** The node's database and register, and who acts on it. */
export interface JoinedRegister extends Joined {
  acting: Acting;
  membership: OpenMembership;
}

/**
 * Runs a command on the node's register, beside the running node or without one. The first of them founds the node where it is
 * not yet; later ones do not take an empty folder for it. What is refused is said in words, with its code, and nothing of
 * it is kept.
 */
export async function withRegister<Answer>(
  io: Io,
  verb: string,
  work: (joined: JoinedRegister) => Promise<Answer>,
): Promise<Answer> {
  const { ensureFounded, operatorAttribution } = await import('@entente/node/capabilities/access/index');
  const { foldPending } = await import('@entente/node/capabilities/audit/index');
  const { openMembership } = await import('@entente/node/capabilities/membership/index');
  const join = verb === 'declare' ? joinNode : joinExistingNode;
  return await join(io, `entente register ${verb}`, async (joined) => {
    const { config, db, clock } = joined;
    await ensureFounded({ db, clock }, config.state);
    const acting = { clock, by: operatorAttribution(`register ${verb}`) };
    return await inWords(async () => {
      const membership = await openMembership({ ...joined, profile: config.profile });
      const answer = await work({ ...joined, acting, membership });
      await foldPending(db, config.nodeKeyFile);
      return answer;
    });
  });
}

/** Runs a command that only looks at the register of a node in an organisation. */
export async function withKeptRegister<Answer>(
  io: Io,
  verb: string,
  work: (joined: Joined & { membership: OpenMembership }) => Promise<Answer>,
): Promise<Answer> {
  const { openMembership } = await import('@entente/node/capabilities/membership/index');
  return await joinExistingNode(io, `entente register ${verb}`, (joined) =>
    inWords(async () => {
      const membership = await openMembership({ ...joined, profile: joined.config.profile });
      return await work({ ...joined, membership });
    }),
  );
}

/** The register as it stands; a node in no organisation has none. */
export function requireStanding(membership: OpenMembership) {
  const standing = membership.standing();
  if (standing) return standing;
  throw new CommandError(
    'this node is in no organisation yet; "entente register join" takes it in, docs/operating/register.md says how one is founded',
    EXIT.no,
  );
}

async function inWords<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const { MEMBERSHIP_PROBLEMS } = await import('@entente/node/capabilities/membership/index');
  const { Problem } = await import('@entente/node/platform/problem');
  const { Refusal } = await import('@entente/crypto/refusal');
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw new CommandError(`${error.message} [${error.code}]`, EXIT.no);
    if (!(error instanceof Problem)) throw error;
    const { DECISIONS_PROBLEMS } = await import('@entente/node/capabilities/decisions/index');
    const kinds = [...Object.values(MEMBERSHIP_PROBLEMS), ...Object.values(DECISIONS_PROBLEMS)];
    const { remedy } = kinds.find(({ code }) => code === error.code) ?? { remedy: '' };
    const detail = error.detail === undefined ? '' : ` ${error.detail}`;
    throw new CommandError(`${error.title}.${detail} ${remedy} [${error.code}]`, EXIT.no);
  }
}
