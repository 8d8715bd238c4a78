import type { ByteSource } from '@entente/crypto/sealed-chunks/content';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { Enclosed, FileView, OpenFile } from '../../model/files.ts';
import { emptyFiles, setHolder } from '../../store/attachments/files.ts';
import type { ExchangeParts } from '../parts.ts';
import { type FileWish, keepFile } from './keep-file.ts';
import { openFile } from './open-file.ts';
import { viewEnclosed, viewFiles } from './view-files.ts';

/** Files that travel with envelopes, as rooms use them. */
export interface Files {
  /** Takes a file in as it is read, to be enclosed in envelopes; whatever its size, a few mebibytes of memory. */
  keep(db: Database | Tx, source: ByteSource, wish: FileWish): Promise<{ id: string; size: number }>;
  /** A file that is here whole; undefined where it is not. */
  open(db: Database | Tx, id: string): Promise<OpenFile | undefined>;
  /** How files stand here. */
  view(db: Database | Tx, ids: readonly string[]): Promise<Map<string, FileView>>;
  /** What the other side says of the files of these rows of the outbox. */
  viewEnclosed(db: Database | Tx, outbox: readonly string[]): Promise<Map<string, Enclosed[]>>;
  /** Keeps files that came beyond the envelopes that brought them, until the room erases them. */
  hold(tx: Tx, ids: readonly string[], holder: string): Promise<void>;
  /** Files that are coming and are not needed, since the room has them: their sender is told that they are here. */
  skip(tx: Tx, ids: readonly string[]): Promise<void>;
  /** Erases files; who asks for one from then on is told that it is gone. */
  erase(tx: Tx, ids: readonly string[]): Promise<void>;
}

export function createFiles(parts: Pick<ExchangeParts, 'clock'>): Files {
  return {
    keep: (db, source, wish) => keepFile(parts, db, source, wish),
    open: openFile,
    view: viewFiles,
    viewEnclosed,
    hold: setHolder,
    skip: (tx, ids) => emptyFiles(tx, ids, 'taken'),
    erase: (tx, ids) => emptyFiles(tx, ids, 'erased'),
  };
}
