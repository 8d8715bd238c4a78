import { sealedTable } from '../../../platform/sealing/sealed-table.ts';

export const SUBJECT = sealedTable('alerts.subject', ['id']);
export const IMPORT = sealedTable('alerts.import', ['id']);
export const IMPORT_FAILURE = sealedTable('alerts.import', ['id'], 'failure_detail');
export const IMPORT_CHANGE = sealedTable('alerts.import_change', ['import', 'number']);
export const IMPORT_PROBLEM = sealedTable('alerts.import_problem', ['import', 'number']);
export const VERSION = sealedTable('alerts.version', ['alert', 'number']);
export const STEP = sealedTable('alerts.step', ['alert', 'number']);
export const PHOTOGRAPH = sealedTable('alerts.photograph', ['id']);
export const CORRECTION = sealedTable('alerts.correction', ['id']);
export const FILTER = sealedTable('alerts.filter', ['id']);

/** The tables of this room with a sealed column. */
export const SEALED_TABLES = [
  SUBJECT,
  IMPORT,
  IMPORT_FAILURE,
  IMPORT_CHANGE,
  IMPORT_PROBLEM,
  VERSION,
  STEP,
  PHOTOGRAPH,
  CORRECTION,
  FILTER,
];
