import { type Static, Type } from 'typebox';
import { FileState } from '../exchange/attachments.ts';
import { Uuid } from '../terms.ts';

/** What may go with a message: so many files, so many bytes of each, and these types alone. */
export const CASE_FILES = {
  most: 5,
  bytes: 20 * 2 ** 20,
  mediaTypes: ['application/pdf', 'image/jpeg', 'image/png', 'text/plain'],
} as const;

/** POST /api/cases/:id/files: a file that waits for the message that takes it, a day at most. */
export const UploadedFile = Type.Object({
  id: Uuid,
  name: Type.String(),
  mediaType: Type.String(),
  size: Type.Integer(),
});
export type UploadedFile = Static<typeof UploadedFile>;

/** A file of a message. */
export const CaseFile = Type.Object({
  ...UploadedFile.properties,
  /** How far it has come to the side it is for. */
  state: FileState,
  /** Of one that is coming here, how much has come: 0 to 1. */
  share: Type.Number(),
  /** Why it is refused, or why it was not to be had last time: a code. */
  why: Type.Union([Type.String(), Type.Null()]),
  /** Whether this node can give it out. */
  readable: Type.Boolean(),
});
export type CaseFile = Static<typeof CaseFile>;
