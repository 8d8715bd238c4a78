import type { CaseFile } from '@entente/contracts/cases/files';
import type { CaseRefusal } from '@entente/contracts/cases/rules';
import type { Enclosed, FileView } from '../../exchange/index.ts';
import { fileName } from './file-name.ts';

/** What the files of a message break. `waiting`: those that its author has uploaded for the case. */
export function refuseFiles(files: readonly string[], waiting: readonly string[]): CaseRefusal[] {
  return files.every((file) => waiting.includes(file)) ? [] : [{ rule: 'file-missing', pointer: '/files' }];
}

/**
 * A file as the thread shows it: of a message written here, how far it has come to the other side, where there is one; of a message
 * of the other side's, how far it has come here.
 */
export function showFile(
  { id, name, mediaType, size, state, share, failure }: FileView,
  { here, there }: { here: boolean; there: Enclosed | undefined },
): CaseFile {
  const shown = { id, name: fileName(name, mediaType), mediaType, size, readable: state === 'here' };
  if (!here || !there || state !== 'here') return { ...shown, state, share, why: failure };
  const { outcome } = there;
  if (outcome === null) return { ...shown, state: 'coming', share: 0, why: null };
  return { ...shown, state: outcome.here ? 'here' : 'refused', share: 1, why: outcome.here ? null : outcome.code };
}
