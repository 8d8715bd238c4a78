import type { MrzReading } from './mrz.ts';

/** What a text in the desk's one field was taken for. */
export type InputReading =
  | { kind: 'mrz'; reading: MrzReading; missing: string[] }
  | { kind: 'document'; number: string; country?: string }
  | { kind: 'identity'; names: string[]; birthDate?: string; nationality?: string }
  | { kind: 'unreadable'; code: string };
