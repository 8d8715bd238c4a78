import { sealedTable } from '../../../platform/sealing/sealed-table.ts';

export const LAST_CHECK = sealedTable('screening.last_check', ['id']);
export const POSSIBLE_HIT = sealedTable('screening.possible_hit', ['id']);
export const SECOND_LINE = sealedTable('screening.second_line', ['id']);
export const HANDOVER = sealedTable('screening.handover', ['id']);
export const PASSENGER_LIST = sealedTable('screening.passenger_list', ['id']);
export const PASSENGER = sealedTable('screening.passenger', ['list', 'place']);

/** The tables of this room with a column sealed by the node; questions are sealed to oversight, and by no key of the node's. */
export const SEALED_TABLES = [LAST_CHECK, POSSIBLE_HIT, SECOND_LINE, HANDOVER, PASSENGER_LIST, PASSENGER];
