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

/**
 * An error as the log shows it: what kind, where, and the cause likewise. PostgreSQL's messages and details
 * quote the values they are about, so its errors are told by code, table and constraint alone.
 */
export function describeError(error: Error): object {
  const { code, table, constraint, severity } = error as Error & Record<string, unknown>;
  const ofDatabase = typeof severity === 'string';
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    ...(ofDatabase ? { table, constraint } : { message: error.message }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  };
}

/** The process's log: JSON lines on standard error, so that standard output stays a command's own. */
export function createLog(level: string, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      redact: { paths: PATHS, censor: '[redacted]' },
    },
    { write },
  );
}
