import type { Attachment } from '@entente/crypto/envelope/envelope';
import { Refusal } from '@entente/crypto/refusal';
import { decodeEnclosedKey } from '@entente/crypto/sealed-chunks/attachment-key';
import { MAX_ATTACHMENT_BYTES } from '@entente/crypto/sealed-chunks/sizes';
import type { TakenAttachments } from '../../model/files.ts';

/** Why an envelope is refused for what it encloses, and the sentence in its receipt. */
export const ATTACHMENT_REFUSALS = {
  'exchange.attachments-not-taken': 'Envelopes of its type have no attachments.',
  'exchange.too-many-attachments': 'It has more attachments than envelopes of its type may have.',
  'exchange.attachment-too-large': 'One of its attachments is larger than is taken.',
  'exchange.attachment-of-other-type': 'One of its attachments is of a type that is not taken.',
  'exchange.malformed-attachment': 'The key of one of its attachments is none.',
} as const;
export type AttachmentRefusal = keyof typeof ATTACHMENT_REFUSALS;

/** What is announced is judged before any of it is pulled. Undefined where all of it may come. */
export function judgeAttachments(
  attachments: readonly Pick<Attachment, 'size' | 'mediaType' | 'key'>[],
  taken: Omit<TakenAttachments, 'arrived' | 'keeps'> | undefined,
): AttachmentRefusal | undefined {
  if (attachments.length === 0) return undefined;
  if (!taken) return 'exchange.attachments-not-taken';
  if (attachments.length > taken.most) return 'exchange.too-many-attachments';
  const most = Math.min(taken.bytes, MAX_ATTACHMENT_BYTES);
  if (attachments.some(({ size }) => size > most)) return 'exchange.attachment-too-large';
  if (!attachments.every(({ mediaType }) => taken.mediaTypes.includes(mediaType))) {
    return 'exchange.attachment-of-other-type';
  }
  return attachments.every(({ key }) => isKey(key)) ? undefined : 'exchange.malformed-attachment';
}

function isKey(text: string): boolean {
  try {
    decodeEnclosedKey(text);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
