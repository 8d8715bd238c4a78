import type { Log } from '../log.ts';
import { KeyFileError, type ReadKeyFile, readKeyFile, readStamp } from './key-file.ts';
import type { KeyRing } from './key-ring.ts';

/**
 * Where keys come from: a file, or one day a key service, which would follow its changes by itself and answer from memory.
 * Both questions are asked once for each record, so neither waits.
 */
export interface KeySource {
  /** What to call it in a message. */
  name: string;
  /** The keys to seal with: no older than a second. */
  recent(): KeyRing;
  /** The keys as they are now, asked for when a record names one that is not known. */
  latest(): KeyRing;
}

const LOOK_EVERY_MS = 1000;

/** Keys of a file that may be replaced while the process runs (`entente keys rotate`). */
export function keyFileSource(file: string, opened: ReadKeyFile, log: Log): KeySource {
  let { ring, stamp } = opened;
  let looked = performance.now();
  const look = (): KeyRing => {
    looked = performance.now();
    const found = readStamp(file);
    if (found === undefined || found === stamp) return ring;
    try {
      ring = succeeding(ring, readKeyFile(file)?.ring, file);
      log.info({ keys: ring.keys.size }, 'the key file was replaced; its keys are in use');
    } catch (error) {
      // The keys in memory still open and seal everything; a bad file must not stop the node, but be heard of.
      log.error({ err: error }, 'the key file was changed and cannot be used; going on with the keys as they were');
    }
    stamp = found;
    return ring;
  };
  return {
    name: `the key file ${file}`,
    recent: () => (performance.now() - looked < LOOK_EVERY_MS ? ring : look()),
    latest: look,
  };
}

/** Keys that never change: for tests, and for commands that are given them. */
export function fixedSource(ring: KeyRing): KeySource {
  return { name: 'the keys at hand', recent: () => ring, latest: () => ring };
}

/** A file of another node, put in the place of this one's by mistake, would seal what nobody here can open. */
function succeeding(before: KeyRing, after: KeyRing | undefined, file: string): KeyRing {
  if (!after) return before;
  if (!after.lookup.equals(before.lookup)) throw new KeyFileError(`The key file ${file} is now that of another node.`);
  return after;
}
