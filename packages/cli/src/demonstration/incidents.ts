import type { IncidentAct, IncidentsView } from '@entente/contracts/access/incidents';

/** What the guide's node asks of the first process: an act, or how things are. */
export type Asked = IncidentAct | 'look';

/** What the first process asks of the state whose node misbehaves, and what it answers with. */
export type Misdeed = Extract<IncidentAct, 'send-altered' | 'alter-log' | 'mend-log'> | 'look';
export interface Standing {
  log: IncidentsView['log'];
}

/** All that the first process can say; the guide's node adds the commands for evidence. */
export type Told = Omit<IncidentsView, 'evidence'>;

/** A node whose process the first process holds. */
export interface Held {
  state(): NonNullable<IncidentsView['committee']>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/**
 * Sets incidents off among the nodes of the demonstration.
 *
 * @param misbehave asks the node of the other state; fails where that does not answer
 */
export function createIncidents({
  committee,
  misbehave,
}: {
  committee: Held | undefined;
  misbehave(misdeed: Misdeed): Promise<Standing>;
}): (asked: Asked) => Promise<Told> {
  const tell = async (): Promise<Told> => {
    const { log } = await misbehave('look').catch(() => ({ log: null }));
    return { committee: committee?.state() ?? null, log };
  };
  return async (asked) => {
    switch (asked) {
      case 'look':
        break;
      case 'stop-committee':
      case 'start-committee':
        if (!committee) throw new Error('This demonstration has no node of a committee.');
        await (asked === 'stop-committee' ? committee.stop() : committee.start());
        break;
      default:
        await misbehave(asked);
    }
    return await tell();
  };
}
