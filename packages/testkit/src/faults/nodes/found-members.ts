import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeRegisterFile } from '@entente/crypto/act/register-file';
import { foundDemonstration } from '@entente/node/capabilities/access/index';
import { systemClock } from '@entente/node/platform/clock';
import { readConfig } from '@entente/node/platform/config';
import { type OpenDatabase, openDatabase } from '@entente/node/platform/database/database';
import { createLog } from '@entente/node/platform/log';
import { sql } from 'kysely';
import { freePorts } from '../../constellation/ports.ts';
import { castOf } from '../../demonstration/casts.ts';
import { DEMONSTRATION_AUTHORITIES } from '../../officers.ts';
import { type Founder, foundOrganisation } from '../../organisation.ts';

/** A member's node as it is laid out, before any process runs. */
export interface LaidOut {
  id: string;
  state: string;
  folder: string;
  /** Where its officers find it. */
  port: number;
  /** Where it listens for other nodes. */
  peerPort: number;
  /** Where the register says that it listens: a proxy of ours stands there. */
  linePort: number;
  environment: Record<string, string>;
}

/** An organisation whose nodes have joined and are not running: its register as a file, and the hash it is pinned by. */
export interface FoundedMembers {
  register: string;
  pin: string;
}

/** The founding is older than any clock of a node is behind. */
const FOUNDED_BEFORE_MS = 3_600_000;

/** Gives each state a folder and ports. */
export async function layOutMembers(folder: string, states: readonly string[]): Promise<LaidOut[]> {
  // Under root the server's own account must pass through.
  chmodSync(folder, 0o711);
  const ports = await freePorts(states.length * 3);
  return states.map((state, at) => layOut(folder, state, ports.slice(at * 3, at * 3 + 3)));
}

/** Founds an organisation of these nodes, each with a database, keys and officers of its own. */
export async function foundMembers(members: readonly LaidOut[]): Promise<FoundedMembers> {
  const opened = await Promise.all(members.map(openMember));
  try {
    const { founding, pin } = await foundOrganisation(
      'sco',
      opened.map(({ founder }) => founder),
      { clock: systemClock, effectiveAt: new Date(Date.now() - FOUNDED_BEFORE_MS) },
    );
    return { register: writeRegisterFile('sco', [founding]), pin };
  } finally {
    await Promise.all(opened.map(({ database }) => database.close()));
  }
}

function layOut(root: string, state: string, [port = 0, peerPort = 0, linePort = 0]: number[]): LaidOut {
  const id = state.toLowerCase();
  const folder = join(root, id);
  mkdirSync(folder, { mode: 0o711 });
  const environment = {
    ENTENTE_STATE: state,
    ENTENTE_DATA_DIR: folder,
    ENTENTE_PORT: String(port),
    ENTENTE_PEER_PORT: String(peerPort),
    // Heads are cosigned while things go wrong too.
    ENTENTE_WITNESS_SECONDS: '5',
    ENTENTE_LOG_LEVEL: 'warn',
  };
  return { id, state, folder, port, peerPort, linePort, environment };
}

async function openMember(member: LaidOut): Promise<{ database: OpenDatabase; founder: Founder }> {
  const { id, state, linePort, environment } = member;
  const config = readConfig(environment);
  const database = await openDatabase(config, createLog('error'), 'founding for a run with faults');
  const { db } = database;
  const officers = castOf({ state });
  await foundDemonstration({ db, clock: systemClock }, { state, authorities: DEMONSTRATION_AUTHORITIES, officers });
  await sql`
    CREATE TABLE public.note (at bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, sender text, seq bigint, name text)
  `.execute(db);
  const address = `127.0.0.1:${linePort}`;
  return { database, founder: { db, id, holder: 'member', of: state, address, nodeKeyFile: config.nodeKeyFile } };
}
