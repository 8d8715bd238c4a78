import { type Static, Type } from 'typebox';

/**
 * What goes wrong between nodes, set off on purpose by whoever tries the demonstration: a node with altered software sends an
 * alert it may not, the committee's node stops, somebody changes a byte of a log. The last two are put right the same way.
 */
export const IncidentAct = Type.Enum(['send-altered', 'stop-committee', 'start-committee', 'alter-log', 'mend-log']);
export type IncidentAct = Static<typeof IncidentAct>;

/** POST /api/demonstration/incidents, on the node of a demonstration organisation where the guide is. */
export const IncidentOrder = Type.Object({ act: IncidentAct }, { additionalProperties: false });
export type IncidentOrder = Static<typeof IncidentOrder>;

/** What the demonstration is like now. GET /api/demonstration/incidents, and the answer to an order. */
export const IncidentsView = Type.Object({
  /** The node of the permanent body; null where the demonstration has none. */
  committee: Type.Union([Type.Enum(['running', 'starting', 'stopped']), Type.Null()]),
  /** Whether the log of the other state is as it was written; null while its node does not answer. */
  log: Type.Union([Type.Enum(['whole', 'altered']), Type.Null()]),
  /** Commands that write and verify evidence of the last hit reported from here; null before there is one. */
  evidence: Type.Union([Type.Object({ write: Type.String(), verify: Type.String() }), Type.Null()]),
});
export type IncidentsView = Static<typeof IncidentsView>;
