import { CASE_FILES } from '@entente/contracts/cases/files';
import type { CaseRule } from '@entente/contracts/cases/rules';
import { Problem } from '../../../../platform/problem.ts';
import { inspectPhotograph } from '../../../alerts/index.ts';
import { refusePdf, refuseText } from '../../rules/file-content.ts';

/**
 * Whether a file is of the type it says, by its bytes: a whole PDF, picture or text and nothing behind it. Pictures are looked at and
 * left as they are: what is sent as evidence is not made smaller or encoded anew. Undefined where it may be taken.
 */
export function checkContent(mediaType: string, bytes: Buffer): CaseRule | undefined {
  if (bytes.length > CASE_FILES.bytes) return 'file-too-large';
  switch (mediaType) {
    case 'application/pdf':
      return refusePdf(bytes);
    case 'text/plain':
      return refuseText(bytes);
    case 'image/jpeg':
    case 'image/png':
      return checkPicture(mediaType, bytes);
    default:
      return 'file-type';
  }
}

function checkPicture(mediaType: string, bytes: Buffer): CaseRule | undefined {
  try {
    return `image/${inspectPhotograph(bytes, CASE_FILES.bytes)}` === mediaType ? undefined : 'file-content';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code === 'photograph-hostile' ? 'file-hostile' : 'file-content';
  }
}
