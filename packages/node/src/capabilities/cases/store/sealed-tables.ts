import { sealedTable } from '../../../platform/sealing/sealed-table.ts';

export const FOLLOW_UP = sealedTable('cases.follow_up', ['id']);
export const ENTRY = sealedTable('cases.entry', ['follow_up', 'id']);
export const INQUIRY = sealedTable('cases.inquiry', ['id']);

/** The tables of this room with a sealed column. */
export const SEALED_TABLES = [FOLLOW_UP, ENTRY, INQUIRY];
