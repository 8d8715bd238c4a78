import { decodeAttachmentKey } from '@entente/crypto/sealed-chunks/attachment-key';
import { copyIndex, type IndexMemory, measureMemory, PARTS } from '@entente/matching';
import { SealedFileWriter } from '../../../../platform/sealing/sealed-file.ts';
import { serveTasks } from '../../../../platform/threads/serve-tasks.ts';
import { SNAPSHOT_PLACE, type SnapshotHead, type SnapshotResult, type SnapshotTask } from './snapshot-task.ts';

/** No search thread has this number. */
const READER = 63;

/** The body of the thread that writes indexes anew, and to the disk. */
serveTasks<SnapshotTask, SnapshotResult>(() => ({
  share: () => {},
  run({ memories, copy, file }) {
    const copies: SnapshotResult = copy ? memories.map(([key, memory]) => [key, copyIndex(memory, READER)]) : [];
    const written = copy ? copies.map(([key, { memory }]) => [key, memory] as const) : memories;
    if (file) write(file, written);
    return copies;
  },
}));

function write(
  { path, key, sealedKey, head, beside }: NonNullable<SnapshotTask['file']>,
  memories: readonly (readonly [string, IndexMemory])[],
): void {
  const file = new SealedFileWriter(path, SNAPSHOT_PLACE, {
    key: decodeAttachmentKey(key),
    sealed: Buffer.from(sealedKey),
  });
  const indexes = memories.map(([name, memory]) => ({ key: name, sizes: measureMemory(memory) }));
  const text = Buffer.from(JSON.stringify({ ...head, indexes } satisfies SnapshotHead));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  file.write(length);
  file.write(text);
  for (const [at, [, memory]] of memories.entries()) {
    const { sizes } = indexes[at]!;
    for (const part of PARTS) file.write(new Uint8Array(memory[part], 0, sizes[part]));
  }
  for (const bytes of beside) file.write(bytes);
  file.end();
}
