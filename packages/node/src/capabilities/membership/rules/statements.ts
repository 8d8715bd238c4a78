import {
  ACT_FORMAT,
  type ActKind,
  type ActProcedure,
  readStatement,
  type Statement,
  writeStatement,
} from '@entente/crypto/act/act';
import { weighStatement } from '@entente/crypto/act/fold';
import type { NodeRecord } from '@entente/crypto/act/node-record';
import { proceduresOf } from '@entente/crypto/act/procedures';
import type { Register } from '@entente/crypto/act/register';
import type { Json } from '@entente/crypto/json';

/** What is to be decided next. */
export interface Motion {
  kind: Exclude<ActKind, 'founding'>;
  subject: string;
  body: Json;
  /** The one usual for its kind, where none is named. */
  procedure?: ActProcedure;
  effectiveAt: string;
}

/** The statement of an act that would follow the register's newest. Throws the Refusal of one that could not be adopted. */
export function composeStatement(before: Register, motion: Motion): Statement {
  const { kind, subject, body, procedure = proceduresOf(kind)[0]!, effectiveAt } = motion;
  const { organisation, head } = before;
  const place = { format: ACT_FORMAT, organisation, number: head.number + 1, previous: head.hash } as const;
  return checked(before, { ...place, kind, subject, body, procedure, effectiveAt });
}

/** What an organisation is founded with. */
export interface Founding {
  organisation: string;
  /** The holders of the members' nodes are the founding members. */
  records: readonly NodeRecord[];
  treaties: readonly { id: string; inForceFrom: string }[];
  /** States in the organisation's own order. */
  order: readonly string[];
  effectiveAt: string;
}

/** The founding statement. Throws the Refusal of one that could not be adopted: a founder twice, a key of another's. */
export function composeFounding({ organisation, records, treaties, order, effectiveAt }: Founding): Statement {
  const place = (state: string) => (order.includes(state) ? order.indexOf(state) : order.length);
  const holders = new Set(records.filter(({ holder }) => holder === 'member').map(({ of }) => of));
  const members = [...holders].sort((left, right) => place(left) - place(right) || (left < right ? -1 : 1));
  return checked(null, {
    format: ACT_FORMAT,
    organisation,
    number: 1,
    previous: null,
    kind: 'founding',
    subject: organisation,
    body: { members, nodes: records.map((record) => ({ ...record })), treaties: treaties.map((one) => ({ ...one })) },
    procedure: 'consensus',
    effectiveAt,
  });
}

/** The statement as its readers will have it, once it is known that it could be adopted. */
function checked(before: Register | null, statement: Statement): Statement {
  const read = readStatement(writeStatement(statement));
  weighStatement(before, read);
  return read;
}
