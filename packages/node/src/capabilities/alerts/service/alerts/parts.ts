import type { Alike, VersionKind } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { Clock } from '../../../../platform/clock.ts';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { Access, Asking } from '../../../access/index.ts';
import type { Exchange } from '../../../exchange/index.ts';
import type { OpenMembership } from '../../../membership/index.ts';
import { listAddressees } from '../../rules/addressees.ts';
import type { Circumstances } from '../../rules/case.ts';

/** What the index of the screening room tells; compose hands it over, since knowledge runs from alerts to screening. */
export interface AskIndex {
  /** Subjects of alerts in force and of lists who may be the same as this content's. */
  findAlike(content: AlertContent, exceptAlert?: string): Promise<Alike[]>;
  /** Ids of alerts in force whose name, document or number answers to a text, best first. */
  findAlerts(text: string, limit: number): Promise<string[]>;
}

/** Asks the second line, in the transaction at hand; handed over by compose like the index. */
export type AskComparison = (tx: Tx, asking: Asking, alert: string) => Promise<boolean>;

/** What the services of alerts work with. */
export interface AlertParts {
  db: Database;
  clock: Clock;
  membership: Omit<OpenMembership, 'keys' | 'refresh'>;
  /** This node's state, as ISO 3166-1 codes, and the time zone its days are told by. */
  state: { iso2: string; iso3: string; timeZone?: string };
  access: Pick<Access, 'decide' | 'actionsOf'>;
  /** What goes to other nodes. */
  exchange: Pick<
    Exchange,
    'send' | 'sendMany' | 'eraseAbout' | 'viewSent' | 'files' | 'requireHistory' | 'isHistoryHeld'
  >;
  index: AskIndex;
  /** Whether a case open at the authority of whoever asks compares this alert with a traveller. */
  comparing: AskComparison;
}

/** What a content is weighed by now. */
export function circumstancesOf(
  { membership, state }: Pick<AlertParts, 'membership' | 'state'>,
  now: Date,
  version: { kind: VersionKind; before?: AlertContent | undefined; inForceSince?: Date | null },
): Circumstances {
  return {
    now,
    state,
    categories: membership.categories(),
    actions: membership.actions(),
    grounds: membership.grounds(),
    instruments: membership.organisation().treaties.map(({ id }) => id),
    addressees: listAddressees(membership.organisation(), {
      self: state.iso2,
      joined: [...(membership.standing()?.register.members.keys() ?? [])],
      bodies: membership.nodeBodies(),
    }),
    kind: version.kind,
    ...(version.before && { before: version.before }),
    ...(version.inForceSince && { inForceSince: version.inForceSince }),
  };
}
