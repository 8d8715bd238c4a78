import { chmodSync, mkdirSync, realpathSync } from 'node:fs';

/** Makes the data folder, readable by its owner alone; under root others may pass, as the server's account must. */
export function makeDataFolder(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = realpathSync(dataDir);
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  return folder;
}
