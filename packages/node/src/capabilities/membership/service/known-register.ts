import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Log } from '../../../platform/log.ts';
import type { Standing } from '../model/standing.ts';
import { takesEffectWithin } from '../rules/moments.ts';
import { readMark } from '../store/acts.ts';
import { type HeldKeys, openHeldKeys } from './held-keys.ts';
import { readStanding } from './stored-register.ts';

/** Told when the register has a new head, and when something in it takes effect or ends. */
export type RegisterListener = (standing: Standing) => void;

/** What this process knows of the register and the node's own keys, in memory. */
export interface KnownRegister {
  standing(): Standing | null;
  held(): HeldKeys;
  /** Reads what has changed. What was committed before the call is known after it. */
  refresh(): Promise<void>;
  onChanged(listener: RegisterListener): () => void;
}

export interface KnownRegisterParts {
  db: Database;
  clock: Clock;
  log: Log;
}

/** Reads register and keys, folding every act anew: what is stored must prove itself, like what is received. */
export async function openKnownRegister({ db, clock, log }: KnownRegisterParts): Promise<KnownRegister> {
  const listeners = new Set<RegisterListener>();
  let held = await openHeldKeys(db);
  let standing = await readStanding(db, null);
  let keys = (await readMark(db)).keys;
  let lookedAt = clock.now().toISOString();
  let queue: Promise<void> = Promise.resolve();

  const look = async () => {
    const mark = await readMark(db);
    if (mark.keys !== keys) {
      held = await openHeldKeys(db);
      keys = mark.keys;
    }
    const before = standing;
    if (mark.head !== (before?.register.head.number ?? 0)) standing = await readStanding(db, before);
    const now = clock.now().toISOString();
    const after = lookedAt;
    lookedAt = now;
    if (standing && (standing !== before || takesEffectWithin(standing.register, after, now))) announce(standing);
  };

  const announce = (changed: Standing) => {
    for (const listener of listeners) {
      try {
        listener(changed);
      } catch (error) {
        log.error({ err: error }, 'a change of the register was not taken note of');
      }
    }
  };

  return {
    standing: () => standing,
    held: () => held,
    refresh: () => {
      const looked = queue.then(look);
      queue = looked.catch(() => {});
      return looked;
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
