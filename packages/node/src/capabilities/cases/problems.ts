import { defineProblems } from '../../platform/problem.ts';

/** Why a hit is not followed up as asked. */
export const CASES_PROBLEMS = defineProblems({
  'unknown-follow-up': {
    status: 404,
    title: 'There is no such case, or none for you',
    remedy: 'Use an id that `GET /api/cases` gives; absent and not permitted answer alike.',
  },
  'follow-up-refused': {
    status: 422,
    title: 'A rule of following up refuses the step',
    remedy: '`errors` names each rule and the field it is about; docs/reference/cases.md says what each asks.',
  },
  'unknown-inquiry': {
    status: 404,
    title: 'There is no such inquiry, or none for you',
    remedy: 'Use an id that `GET /api/inquiries` gives; absent and not permitted answer alike.',
  },
  'inquiry-without-case': {
    status: 400,
    title: 'An owner is asked to tell a hit in a case alone',
    remedy: 'Name the case in which the other nodes were asked.',
  },
  'unknown-case-file': {
    status: 404,
    title: 'There is no such file in the case, or it is not here whole',
    remedy: 'The case says how far each file has come; one that was refused or erased is not given out.',
  },
  'no-case-file': {
    status: 400,
    title: 'The request has no file',
    remedy: 'Send one file as multipart/form-data.',
  },
  'case-file-too-large': {
    status: 413,
    title: 'The file is larger than 20 MiB',
    remedy: 'Send it in parts, or a smaller scan.',
  },
  'owner-has-no-node': {
    status: 409,
    title: 'The owner of the alert has no node in the organisation, so that nothing can be reported to it',
    remedy: 'Choose not to report, and tell the owner by other means; the operator sees the register.',
  },
});
