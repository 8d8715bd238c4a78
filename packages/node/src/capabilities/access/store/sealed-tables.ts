import { sealedTable } from '../../../platform/sealing/sealed-table.ts';

export const OFFICER = sealedTable('access.officer', ['id']);
export const PASSKEY = sealedTable('access.passkey', ['id']);

/** The tables of this room with a sealed column. */
export const SEALED_TABLES = [OFFICER, PASSKEY];
