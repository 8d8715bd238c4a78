import type { Json } from '../json.ts';
import { anything, instant, list, object, optional, readShape, text } from '../shape.ts';
import { type NodeRecord, readNodeRecord } from './node-record.ts';
import { ID, STATE } from './terms.ts';

/** A treaty whose being in force matters between nodes: alerts and requests cite it. */
export interface TreatyInForce {
  id: string;
  inForceFrom: string;
}

export interface FoundingBody {
  members: string[];
  nodes: NodeRecord[];
  treaties: TreatyInForce[];
}

export interface AccessionBody {
  nodes: NodeRecord[];
}

/** Suspension and reinstatement. */
export interface StandingBody {
  reason: string;
}

/** A node as it shall be from then on; keys that are not named any more are retired, or revoked at once. */
export interface NodeBody {
  node: NodeRecord;
  revoked: string[];
}

const TREATY = object({ id: text(ID), inForceFrom: instant });
const NODES = list(anything, { least: 1, most: 20 });

const FOUNDING = object({
  members: list(text(STATE), { least: 1, most: 60 }),
  nodes: list(anything, { least: 1, most: 120 }),
  treaties: list(TREATY, { most: 500 }),
});
const ACCESSION = object({ nodes: NODES });
const STANDING = object({ reason: text(/\S/, 2000) });
const NODE = object({ node: anything, revoked: optional(list(text(/^([0-9a-f]{16}|[0-9a-f]{64})$/), { most: 16 })) });
const TREATY_BODY = object({ inForceFrom: instant });

export function readFounding(body: Json): FoundingBody {
  const { members, nodes, treaties } = readShape(body, FOUNDING, 'malformed-act');
  return { members, nodes: nodes.map(readNodeRecord), treaties };
}

export function readAccession(body: Json): AccessionBody {
  return { nodes: readShape(body, ACCESSION, 'malformed-act').nodes.map(readNodeRecord) };
}

export function readStanding(body: Json): StandingBody {
  return readShape(body, STANDING, 'malformed-act');
}

export function readNodeBody(body: Json): NodeBody {
  const { node, revoked = [] } = readShape(body, NODE, 'malformed-act');
  return { node: readNodeRecord(node), revoked };
}

export function readTreatyBody(body: Json): { inForceFrom: string } {
  return readShape(body, TREATY_BODY, 'malformed-act');
}
