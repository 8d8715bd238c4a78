import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeAttachmentKey, generateAttachmentKey } from '@entente/crypto/sealed-chunks/attachment-key';
import type { AlertIndex } from '@entente/node/capabilities/screening/service/alert-index';
import { writeBeside } from '@entente/node/capabilities/screening/service/snapshot/beside';
import { readContent, resume } from '@entente/node/capabilities/screening/service/snapshot/read-snapshot';
import { SNAPSHOT_PLACE } from '@entente/node/capabilities/screening/service/snapshot/snapshot-task';
import { inThread, namedIndexes } from '@entente/node/capabilities/screening/service/snapshot/write-snapshot';
import { createLog } from '@entente/node/platform/log';
import { sealFileKey } from '@entente/node/platform/sealing/sealed-file';
import type { WatchIndex } from '@entente/node/screening';
import { testSealing } from '@entente/testkit/sealing';

/** How long an index takes to the disk, sealed, and back; and how large it is there. */
export interface Restart {
  writeSeconds: number;
  readSeconds: number;
  fileMib: number;
}

/** Writes the indexes as a node does while it runs, and reads them as one does that starts. */
export async function measureRestart(index: WatchIndex, alerts: AlertIndex): Promise<Restart> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  try {
    const path = join(folder, 'index.sealed');
    const sealing = testSealing();
    const key = generateAttachmentKey();
    const began = performance.now();
    const beside = await writeBeside({ index, alerts });
    const bytes = beside.reduce((sum, piece) => sum + piece.length, 0);
    const file = {
      path,
      key: encodeAttachmentKey(key),
      sealedKey: sealFileKey(key, SNAPSHOT_PLACE, sealing).sealed,
      head: { sources: '', position: 1, feed: '', beside: bytes },
      beside,
    };
    const memories = Array.from(
      namedIndexes({ index, alerts }),
      ([name, { memory }]) => [name, memory] as [string, typeof memory],
    );
    await inThread({ memories, copy: true, file }, createLog('warn'));
    const written = performance.now();
    const resumed = { index, alerts };
    resume(resumed, await readContent(path, sealing, async () => {}));
    if (resumed.index.size !== index.size) throw new Error('What was read is not what was written');
    const read = performance.now();
    const { size } = await stat(path);
    return {
      writeSeconds: (written - began) / 1000,
      readSeconds: (read - written) / 1000,
      fileMib: Math.round(size / 2 ** 20),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
