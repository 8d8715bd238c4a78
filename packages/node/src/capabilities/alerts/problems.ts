import { defineProblems } from '../../platform/problem.ts';

/** Why a list or an import is refused. The `list-…` codes also stand in the report of a failed import. */
export const ALERTS_PROBLEMS = defineProblems({
  'unknown-alert': {
    status: 404,
    title: 'There is no such alert, or none for you',
    remedy: 'Use an id that `GET /api/alerts` gives; absent and not permitted answer alike.',
  },
  'unknown-entry': {
    status: 404,
    title: 'No such entry stands on the list',
    remedy: "Use the list's own reference of an entry that it has not taken off.",
  },
  'unknown-correction': {
    status: 404,
    title: 'There is no such correction, or it has been decided or has ended',
    remedy: 'See the entry it is about: it shows how each correction stands.',
  },
  'own-correction': {
    status: 403,
    title: 'A correction is confirmed or declined by another officer than the one who proposed it',
    remedy: 'Ask a reviewer. Taking it back needs nobody else.',
  },
  'correction-refused': {
    status: 422,
    title: 'The correction does not fit the entry',
    remedy: '`errors` says why. The list’s own names and dates stand with the entry, exactly as it writes them.',
  },
  'edited-meanwhile': {
    status: 409,
    title: 'Somebody else changed it meanwhile',
    remedy: 'Nothing was changed. `current` holds it as it is now: compare, and send again with its `revision`.',
  },
  'alert-refused': {
    status: 422,
    title: 'A rule refuses the alert or the step',
    remedy: '`errors` names each rule and the field it is about; docs/reference/alert-rules.md says what each asks.',
  },
  'reading-budget-spent': {
    status: 429,
    title: 'More was opened in this hour than one officer reads',
    remedy: 'Go on in the next hour; reading in bulk is refused and shown to oversight.',
  },
  'too-many-filters': {
    status: 409,
    title: 'No more filters can be saved',
    remedy: 'Delete one that is not used.',
  },
  'unknown-photograph': {
    status: 404,
    title: 'There is no such photograph',
    remedy: 'Use an id that the alert names.',
  },
  'no-photograph': {
    status: 400,
    title: 'No picture came with the request',
    remedy: 'Send `multipart/form-data` with one image.',
  },
  'photograph-of-nobody': {
    status: 422,
    title: 'The alert has no such identity to show',
    remedy: 'Name one of the identities of the person in `identity`, counted from 0.',
  },
  'too-many-photographs': {
    status: 409,
    title: 'The alert has as many photographs as it may',
    remedy: 'Remove one that is not needed for a comparison.',
  },
  'photograph-unreadable': {
    status: 422,
    title: 'The file is no photograph, or is damaged',
    remedy: 'Send one JPEG, PNG or WebP, whole; save it anew where it came cut off.',
  },
  'photograph-too-large': {
    status: 413,
    title: 'The photograph is larger than this node takes',
    remedy: 'Send at most 8 MiB and 40 million pixels.',
  },
  'photograph-hostile': {
    status: 422,
    title: 'The file holds what no photograph needs and could do harm',
    remedy: 'Find out where the file comes from; save the picture alone, as JPEG.',
  },
  'unknown-list': {
    status: 404,
    title: 'There is no such list',
    remedy: 'Use one of the ids that `GET /api/alerts/lists` gives.',
  },
  'unknown-import': {
    status: 404,
    title: 'There is no such import',
    remedy: 'Use an id that `GET /api/alerts/imports` gives.',
  },
  'wrong-list': {
    status: 400,
    title: 'The list is not published in that format',
    remedy: 'Name a list of that format, or leave the list out.',
  },
  'import-under-way': {
    status: 409,
    title: 'The list is already being imported',
    remedy: 'Wait for the import under way, or abort it.',
  },
  'import-ended': {
    status: 409,
    title: 'The import has already ended',
    remedy: 'Nothing is left to abort.',
  },
  'import-aborted': {
    status: 409,
    title: 'The import was aborted',
    remedy: 'Nothing was changed; start it again when ready.',
  },
  'import-interrupted': {
    status: 500,
    title: 'The import was interrupted: its process ended before it was done',
    remedy: 'Nothing was changed; start it again.',
  },
  'import-failed': {
    status: 500,
    title: 'The import failed for a reason of the node',
    remedy: 'Nothing was changed. The log names the cause under the id of the import.',
  },
  'removals-unconfirmed': {
    status: 409,
    title: 'The import would remove most of the list',
    remedy:
      'Make sure that the file is the whole list. If it is, import again with `confirmRemovals=true` (`--confirm-removals`).',
  },
  'no-list-file': {
    status: 400,
    title: 'No file came with the request',
    remedy: 'Send `multipart/form-data` with one part per file of the list.',
  },
  'list-unreadable': {
    status: 422,
    title: 'A file of the list cannot be read',
    remedy: 'Check that the file is there and may be read.',
  },
  'list-empty': {
    status: 422,
    title: 'There is nothing in the list',
    remedy: 'Fetch the list again; an empty list is never published.',
  },
  'list-wrong-format': {
    status: 422,
    title: 'The file is not in the format it was given as',
    remedy: 'Choose the format that the detail says it looks like, or fetch the right file.',
  },
  'list-cut': {
    status: 422,
    title: 'The file is cut off',
    remedy: 'Fetch it again; nothing was changed.',
  },
  'list-damaged': {
    status: 422,
    title: 'The file is damaged',
    remedy: 'Fetch it again; nothing was changed.',
  },
  'list-hostile': {
    status: 422,
    title: 'The file holds what no list needs and could do harm',
    remedy: 'Find out where the file comes from; fetch the list from its publisher.',
  },
  'list-too-large': {
    status: 413,
    title: 'The file is larger than any list',
    remedy: 'Check the file; lists of this format are far smaller.',
  },
});
