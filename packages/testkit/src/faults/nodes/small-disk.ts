import { execFileSync } from 'node:child_process';
import { statfsSync } from 'node:fs';

/** A disk of a node's own, in memory, that can be made full. */
export interface SmallDisk {
  /** Leaves room for no more than a few pages, or what is written in the time that it takes. */
  fill(): void;
  /** Gives the room back. */
  empty(): void;
  unmount(): void;
}

/** In memory, and only as large as what lies on it. */
const SIZE = '4g';
const LEFT_BYTES = 256 * 1024;

/** Mounts a disk on an empty folder. Undefined where this account may not mount. */
export function mountSmallDisk(folder: string): SmallDisk | undefined {
  try {
    mount('tmpfs', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=711`], folder);
  } catch {
    return undefined;
  }
  const resize = (size: string | number) => mount('tmpfs', ['-o', `remount,size=${size}`], folder);
  return {
    fill: () => fill(folder, resize),
    empty: () => resize(SIZE),
    unmount: () => execFileSync('umount', [folder], { stdio: 'ignore' }),
  };
}

/** What is written between the look and the remount may be more than the room left. Then the kernel refuses, and twice the room is left. */
function fill(folder: string, resize: (bytes: number) => void, leftBytes = LEFT_BYTES): void {
  const size = usedBytes(folder) + leftBytes;
  try {
    resize(size);
  } catch (error) {
    if (usedBytes(folder) <= size) throw error;
    fill(folder, resize, 2 * leftBytes);
  }
}

function mount(what: string, options: string[], folder: string): void {
  execFileSync('mount', [...options, what, folder], { stdio: ['ignore', 'ignore', 'pipe'] });
}

function usedBytes(folder: string): number {
  const { blocks, bfree, bsize } = statfsSync(folder);
  return (blocks - bfree) * bsize;
}
