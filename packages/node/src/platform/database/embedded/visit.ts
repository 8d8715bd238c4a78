import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { makeDataFolder } from '../../data-folder.ts';
import type { Log } from '../../log.ts';
import { isDatabaseAway } from '../failures.ts';
import { readCredentials } from './credentials.ts';
import { DATABASE, openEmbedded, type Reach, reachOf } from './embedded.ts';
import { type FileLock, lockFile } from './file-lock.ts';
import { FolderInUse } from './folder-lock.ts';
import { readSocketNote } from './home.ts';

/** The server as a command uses it: the running node's, or started for the command's own duration. */
export interface Visit {
  reach: Reach;
  /** True when another process keeps the server running, and its version of the schema in force. */
  guest: boolean;
  leave(): Promise<void>;
}

const START_LIMIT_MS = 60_000;
const RETRY_MS = 50;

/**
 * Reaches the server of a data folder from a second process. Where no node runs, the first visitor starts
 * the server, and stops it after the last one has left.
 */
export async function visitEmbedded(dataDir: string, doing: string, log: Log): Promise<Visit> {
  const folder = makeDataFolder(dataDir);
  const limit = Date.now() + START_LIMIT_MS;
  while (true) {
    try {
      return await host(folder, doing, log);
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
      const visit = await joinRunning(folder);
      if (visit) return visit;
      // Just starting, or just stopping.
      if (Date.now() > limit) throw error;
      await pause(RETRY_MS);
    }
  }
}

async function host(folder: string, doing: string, log: Log): Promise<Visit> {
  const server = await openEmbedded(folder, doing, log);
  return {
    reach: server.reach,
    guest: false,
    leave: async () => {
      const alone = await othersLeft(folder);
      await server.stop();
      alone.release();
    },
  };
}

async function joinRunning(folder: string): Promise<Visit | undefined> {
  const presence = visitors(folder, 'shared');
  if (!presence) return undefined;
  const socket = readSocketNote(folder);
  const reach = socket && reachOf(socket, 'entente', readCredentials(folder).node, DATABASE);
  if (reach && (await answers(reach))) return { reach, guest: true, leave: async () => presence.release() };
  presence.release();
  return undefined;
}

async function answers(reach: Reach): Promise<boolean> {
  const client = new pg.Client(reach);
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    const { code = '' } = error as { code?: string };
    // 28P01 and 3D000: at the first start the role, then the database, are still being made.
    if (isDatabaseAway(error) || code === '28P01' || code === '3D000') return false;
    throw error;
  }
}

async function othersLeft(folder: string): Promise<FileLock> {
  while (true) {
    const alone = visitors(folder, 'exclusive');
    if (alone) return alone;
    await pause(RETRY_MS);
  }
}

/** Held shared by every guest, and alone by a host that leaves. */
function visitors(folder: string, mode: 'exclusive' | 'shared'): FileLock | undefined {
  return lockFile(join(folder, 'visitors.lock'), mode);
}
