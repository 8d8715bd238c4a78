import { sealedTable } from '../../../platform/sealing/sealed-table.ts';

export const PART = sealedTable('audit.part', ['record', 'name']);

/** The tables of this room with a sealed column. */
export const SEALED_TABLES = [PART];
