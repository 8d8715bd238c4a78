import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes the data folder, readable by its owner alone; under root others may pass, as the database server's account
 * must. Returns its real path.
 */
export function makeDataFolder(dataDir: string): string {
  try {
    // Folders on the way are made as others are: closed ones would keep the server's account out.
    mkdirSync(dirname(dataDir), { recursive: true });
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const folder = realpathSync(dataDir);
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    return folder;
  } catch (cause) {
    throw new Error(
      `The data folder ${dataDir} cannot be used: ${REASONS[(cause as NodeJS.ErrnoException).code ?? ''] ?? (cause as Error).message}. Set ENTENTE_DATA_DIR to a folder of this account's own.`,
      { cause },
    );
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'this account may not write there',
  EPERM: 'it belongs to another account',
  EEXIST: 'there is a file of that name on its path',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};
