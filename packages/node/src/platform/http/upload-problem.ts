import { PROBLEMS, Problem, type ProblemKind } from '../problem.ts';

/** What a broken or oversized multipart upload is refused with; anything else is given back as it is. */
export function asUploadProblem(error: unknown, tooLarge: ProblemKind = PROBLEMS['too-large']): unknown {
  const code = (error as { code?: string }).code;
  if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return new Problem(PROBLEMS['unsupported-media-type']);
  if (/^FST_(FILES|PARTS|FIELDS)_LIMIT$|^FST_REQ_FILE_TOO_LARGE$/.test(code ?? '')) {
    return new Problem(tooLarge, { detail: 'There are more or larger files than are taken here.' });
  }
  if (
    error instanceof Error &&
    /multipart|unexpected end|boundary/i.test(error.message) &&
    !(error instanceof Problem)
  ) {
    return new Problem(PROBLEMS['malformed-body'], { detail: 'The multipart body is cut or malformed.', cause: error });
  }
  return error;
}
