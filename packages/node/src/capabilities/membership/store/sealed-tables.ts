import { sealedTable } from '../../../platform/sealing/sealed-table.ts';

/** Private keys are no personal data, but worth no less: sealed like them, they are rotated and looked for like them. */
export const OWN_KEY = sealedTable('membership.own_key', ['use', 'id']);

/** The tables of this room with a sealed column. */
export const SEALED_TABLES = [OWN_KEY];
