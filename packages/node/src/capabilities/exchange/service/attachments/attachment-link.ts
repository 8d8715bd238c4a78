import { SEALED_CHUNK_BYTES } from '@entente/crypto/sealed-chunks/sizes';
import { LinkError, type PeerLink, type PlainAnswer } from '../peer-link.ts';

/** An attachment at its sender: which envelope, and the how manieth of it. */
export interface Place {
  envelope: string;
  position: number;
}

/** What nodes ask each other about attachments. Throws a LinkError like the link itself, with the problem's code where there is one. */
export interface AttachmentLink {
  readChunk(place: Place, chunk: number, signal: AbortSignal): Promise<Uint8Array>;
  /** Tells the sender what became of it; `code` is null where it is here. */
  tellOutcome(place: Place, code: string | null, signal: AbortSignal): Promise<void>;
}

/** A chunk that is too long is told by its length; what is much longer is no chunk, and not read. */
const MOST = 2 * SEALED_CHUNK_BYTES;

export function attachmentLink(link: PeerLink): AttachmentLink {
  return {
    readChunk: async ({ envelope, position }, chunk, signal) => {
      const path = `/peer/attachments/${envelope}/${position}/${chunk}`;
      const answer = await link.ask({ method: 'GET', path, most: MOST }, signal);
      if (answer.status !== 200) throw problemOf(answer);
      return answer.bytes;
    },
    tellOutcome: async ({ envelope, position }, code, signal) => {
      const end = code === null ? 'arrival' : `refusal?code=${encodeURIComponent(code)}`;
      const path = `/peer/attachments/${envelope}/${position}/${end}`;
      const answer = await link.ask({ method: 'POST', path, most: MOST }, signal);
      if (answer.status !== 204) throw problemOf(answer);
    },
  };
}

function problemOf({ bytes }: PlainAnswer): LinkError {
  const { code } = parse(bytes);
  if (typeof code !== 'string' || !/^[a-z-]{1,60}$/.test(code)) return new LinkError('wrong-answer');
  return new LinkError('refused', { problem: code });
}

function parse(bytes: Uint8Array): { code?: unknown } {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
