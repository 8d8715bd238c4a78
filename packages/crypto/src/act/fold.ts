import { toHex } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import { type Act, hashStatement, type Statement } from './act.ts';
import { readAccession, readFounding, readNodeBody, readStanding, readTreatyBody } from './bodies.ts';
import { changeKeys, enterNode } from './node-keys.ts';
import { checkProcedure, verifyProcedure } from './procedures.ts';
import type { Register } from './register.ts';
import { ID } from './terms.ts';

/** What a statement makes of the register, whoever has consented to it so far. */
export interface Weighed {
  after: Register;
  /** The register whose members and keys its consents are judged by. */
  electors: Register;
  /** The member whose affair it is, and whose consent counts apart. */
  concerned: string | null;
}

/**
 * The register after one more act. The one before stays as it is. Anything that may not follow is refused: a number
 * or a hash that does not fit, a consent that is missing or false, a kind that asks for another procedure, a subject
 * that is not there.
 */
export function foldAct(before: Register | null, act: Act): Register {
  const { after, electors, concerned } = weighStatement(before, act.statement);
  verifyProcedure(act, electors, concerned);
  return after;
}

/** Refuses a statement that could not be adopted after this register by any consents; otherwise says what it makes of it. */
export function weighStatement(before: Register | null, statement: Statement): Weighed {
  checkPlace(before, statement);
  checkProcedure(statement);
  const after = before ? copy(before) : emptyRegister(statement.organisation);
  after.head = { number: statement.number, hash: toHex(hashStatement(statement)) };
  const concerned = apply(after, statement);
  // Founders are in the register that they found: their consents are judged by it.
  return { after, electors: before ?? after, concerned };
}

function checkPlace(before: Register | null, { organisation, number, previous, kind }: Statement): void {
  if (before === null) {
    if (number !== 1 || previous !== null || kind !== 'founding') {
      throw new Refusal('broken-chain', 'a register begins with the founding act, numbered 1');
    }
    return;
  }
  if (kind === 'founding') throw new Refusal('broken-chain', 'an organisation is founded once');
  if (organisation !== before.organisation) throw new Refusal('broken-chain', 'an act of another organisation');
  if (number !== before.head.number + 1) {
    throw new Refusal('broken-chain', `act ${number} does not follow act ${before.head.number}`);
  }
  if (previous !== before.head.hash) {
    throw new Refusal('broken-chain', `act ${number} names another act before it than the one in the register`);
  }
}

/** Makes the change, and says whose affair it is: the member whose consent counts apart. */
function apply(register: Register, { kind, subject, body, effectiveAt }: Statement): string | null {
  switch (kind) {
    case 'founding': {
      const { members, nodes, treaties } = readFounding(body);
      if (subject !== register.organisation) throw unlawful('the founding act is about the organisation itself');
      for (const state of members) admit(register, state, effectiveAt);
      for (const node of nodes) enterNode(register, node, effectiveAt);
      for (const { id, inForceFrom } of treaties) register.treaties.set(id, inForceFrom);
      const without = members.find((state) => !nodes.some(({ holder, of }) => holder === 'member' && of === state));
      if (without !== undefined) throw unlawful(`the founding member ${without} has no node`);
      return null;
    }
    case 'accession': {
      const { nodes } = readAccession(body);
      admit(register, subject, effectiveAt);
      for (const node of nodes) {
        if (node.holder === 'member' && node.of !== subject) throw unlawful('a node of another member in an accession');
        enterNode(register, node, effectiveAt);
      }
      return null;
    }
    case 'suspension':
    case 'reinstatement':
      readStanding(body);
      changeStanding(register, subject, kind === 'suspension' ? 'suspended' : 'active', effectiveAt);
      return subject;
    case 'node': {
      const { node, revoked } = readNodeBody(body);
      if (subject !== node.id) throw unlawful('the act is about another node than its record');
      if (register.nodes.has(node.id)) changeKeys(register, node, revoked, effectiveAt);
      else enterNode(register, node, effectiveAt);
      return node.holder === 'member' ? node.of : null;
    }
    case 'treaty':
      if (!ID.test(subject)) throw unlawful('a treaty is named by its id, in small letters');
      register.treaties.set(subject, readTreatyBody(body).inForceFrom);
      return null;
  }
}

function admit(register: Register, state: string, since: string): void {
  if (!/^[A-Z]{2}$/.test(state)) throw unlawful('a member is named by its two-letter code');
  if (register.members.has(state)) throw unlawful(`${state} is a member already`);
  register.members.set(state, { state, since, standing: [] });
}

function changeStanding(register: Register, state: string, status: 'active' | 'suspended', from: string): void {
  const member = register.members.get(state);
  if (!member) throw unlawful(`${state} is no member`);
  const before = member.standing.at(-1)?.status ?? 'active';
  if (before === status) throw unlawful(`${state} is ${status} already`);
  register.members.set(state, { ...member, standing: [...member.standing, { status, from }] });
}

function emptyRegister(organisation: string): Register {
  return { organisation, head: { number: 0, hash: '' }, members: new Map(), nodes: new Map(), treaties: new Map() };
}

function copy(register: Register): Register {
  const { organisation, head, members, nodes, treaties } = register;
  return { organisation, head, members: new Map(members), nodes: new Map(nodes), treaties: new Map(treaties) };
}

function unlawful(message: string): Refusal {
  return new Refusal('unlawful-act', message);
}
