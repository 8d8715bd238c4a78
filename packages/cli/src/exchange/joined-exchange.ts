import type { Attribution } from '@entente/node/capabilities/audit/index';
import type { OpenMembership } from '@entente/node/capabilities/membership/index';
import { CommandError, EXIT, type Io } from '../command.ts';
import { type Joined, joinExistingNode } from '../joined-database.ts';

/** The node's database and register, and who acts. */
export interface JoinedExchange extends Joined {
  membership: OpenMembership;
  by: Attribution;
}

/** Runs a command on the channels of a node, beside the running node or without one. What is refused is said in words, with its code. */
export async function withExchange<Answer>(
  io: Io,
  verb: string,
  work: (joined: JoinedExchange) => Promise<Answer>,
): Promise<Answer> {
  const { operatorAttribution } = await import('@entente/node/capabilities/access/index');
  const { foldPending } = await import('@entente/node/capabilities/audit/index');
  const { openMembership } = await import('@entente/node/capabilities/membership/index');
  return await joinExistingNode(io, `entente exchange ${verb}`, (joined) =>
    inWords(async () => {
      const membership = await openMembership({ ...joined, profile: joined.config.profile });
      const answer = await work({ ...joined, membership, by: operatorAttribution(`exchange ${verb}`) });
      await foldPending(joined.db, joined.config.nodeKeyFile);
      return answer;
    }),
  );
}

async function inWords<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const { EXCHANGE_PROBLEMS } = await import('@entente/node/capabilities/exchange/index');
  const { Problem } = await import('@entente/node/platform/problem');
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const remedy = Object.values(EXCHANGE_PROBLEMS).find(({ code }) => code === error.code)?.remedy ?? '';
    throw new CommandError(`${error.title}. ${remedy} [${error.code}]`, EXIT.no);
  }
}
