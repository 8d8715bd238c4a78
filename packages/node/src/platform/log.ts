import { type Logger, pino } from 'pino';

export type Log = Logger;

/**
 * Fields that may hold personal data or secrets, wherever an object carries them at the top or one
 * level down. They are cut out before the line exists. Bodies and query strings are never handed to
 * the log at all (see http/request-log.ts).
 */
export const REDACTED_FIELDS = [
  'name',
  'names',
  'mrz',
  'document',
  'documents',
  'birthDate',
  'birthDates',
  'nationality',
  'personal',
  'parts',
  'password',
  'cookie',
  'authorization',
  'csrf',
  'token',
  'secret',
  'case',
  'detail',
  'parameters',
  'headers.cookie',
  'headers.authorization',
  'headers["entente-csrf"]',
  'headers["entente-case"]',
];

const PATHS = REDACTED_FIELDS.flatMap((field) => [field, `*.${field}`]);

/** The process's log: JSON lines on standard error, so that standard output stays a command's own. */
export function createLog(level: string, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: PATHS, censor: '[redacted]' },
    },
    { write },
  );
}
