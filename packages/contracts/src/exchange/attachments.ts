import { type Static, Type } from 'typebox';
import { EnvelopeId } from './proofs.ts';

/** An attachment of an envelope between two nodes, by its place among the envelope's attachments, from 0. */
export const AttachmentPlace = Type.Object({
  envelope: EnvelopeId,
  position: Type.Integer({ minimum: 0, maximum: 99 }),
});
export type AttachmentPlace = Static<typeof AttachmentPlace>;

/** GET /peer/attachments/<envelope>/<position>/<chunk>: one sealed chunk, as bytes. Chunks are numbered from 0. */
export const ChunkPlace = Type.Object({
  ...AttachmentPlace.properties,
  chunk: Type.Integer({ minimum: 0, maximum: 1023 }),
});
export type ChunkPlace = Static<typeof ChunkPlace>;

/** POST /peer/attachments/<envelope>/<position>/refusal?code=<code>: why it was not taken. */
export const AttachmentRefusal = Type.Object({
  code: Type.String({ pattern: '^[a-z0-9]+([.-][a-z0-9]+)*$', maxLength: 80 }),
});
export type AttachmentRefusal = Static<typeof AttachmentRefusal>;

/** How far a file has come: not whole yet; whole; refused for a reason; its sender has it no more; erased here. */
export const FileState = Type.Enum(['coming', 'here', 'refused', 'gone', 'erased']);
export type FileState = Static<typeof FileState>;
