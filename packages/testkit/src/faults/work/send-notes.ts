import { setTimeout as pause } from 'node:timers/promises';
import { type Random, randomFor } from '../../people/random.ts';
import type { NodeUnderFaults } from '../nodes/node-under-faults.ts';

/** Notes of which a node has said that they are committed. */
export interface NotesKept {
  from: string;
  to: string;
  names: string[];
}

/** The largest note is a few times what one piece on the line holds. */
const MOST_CHARACTERS = 9_000;
const MOST_AT_ONCE = 20;
/** Three chunks: a transfer that is cut goes on in the middle of a file. */
const MOST_FILE_BYTES = 2.5 * 2 ** 20;

/** Has a node write notes for the others for as long as the run goes on. Returns those it said it has kept. */
export async function sendNotes(
  node: NodeUnderFaults,
  others: readonly NodeUnderFaults[],
  { seed, signal }: { seed: number; signal: AbortSignal },
): Promise<NotesKept[]> {
  const random = randomFor(seed, 0x0e7e);
  const kept: NotesKept[] = [];
  for (let batch = 0; !signal.aborted; batch += 1) {
    const to = random.pick(others).id;
    const names = Array.from(
      { length: 1 + random.below(MOST_AT_ONCE) },
      (_, at) => `${node.id}-${seed}-${batch}-${at}`,
    );
    const texts = names.map((name) => inventNote(name, random));
    const fileBytes = random.chance(0.15) ? random.below(MOST_FILE_BYTES) : undefined;
    try {
      await node.obey({ order: 'send-notes', to, texts, fileBytes });
      kept.push({ from: node.id, to, names });
    } catch {
      // Killed meanwhile: the outbox knows whether they are written.
    }
    await pause(100 + random.below(400));
  }
  return kept;
}

function inventNote(name: string, random: Random): string {
  const size = random.chance(0.2) ? random.below(MOST_CHARACTERS) : random.below(200);
  return `${name} ${'x'.repeat(size)}`;
}
