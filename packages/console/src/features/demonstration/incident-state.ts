import type { IncidentAct, IncidentsView } from '@entente/contracts/access/incidents';

export const ACT_WORDS = {
  'send-altered': 'guide.act.send-altered',
  'stop-committee': 'guide.act.stop-committee',
  'start-committee': 'guide.act.start-committee',
  'alter-log': 'guide.act.alter-log',
  'mend-log': 'guide.act.mend-log',
} as const satisfies Record<IncidentAct, string>;

type Lasting = Extract<IncidentAct, 'stop-committee' | 'alter-log'>;

/** Incidents that stay until somebody puts them right: what says so, and what does it. */
export const LASTING = {
  'stop-committee': { undo: 'start-committee', words: 'guide.lasting.committee' },
  'alter-log': { undo: 'mend-log', words: 'guide.lasting.log' },
} as const satisfies Record<Lasting, { undo: IncidentAct; words: string }>;

/** Whether an incident was set off and has not been put right. */
export function isSetOff({ committee, log }: Pick<IncidentsView, 'committee' | 'log'>, act: IncidentAct): boolean {
  if (act === 'stop-committee') return committee === 'stopped' || committee === 'starting';
  return act === 'alter-log' && log === 'altered';
}

/** Those to be put right now. */
export function lastingNow(view: Pick<IncidentsView, 'committee' | 'log'>): Lasting[] {
  return (Object.keys(LASTING) as Lasting[]).filter((act) => isSetOff(view, act));
}
