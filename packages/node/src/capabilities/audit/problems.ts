import { defineProblems } from '../../platform/problem.ts';

/** Refusals of the audit room. */
export const AUDIT_PROBLEMS = defineProblems({
  'unknown-record': {
    status: 404,
    title: 'The log holds no such record',
    remedy: 'Search the log; ids of records are in GET /api/audit/records.',
  },
  'unknown-part': {
    status: 404,
    title: 'The record has no such part',
    remedy: 'The parts of a record are named in its view.',
  },
  'part-erased': {
    status: 409,
    title: 'The text is erased already',
    remedy: "The record's view names the record of the erasure, which says on whose authority and why.",
  },
  'not-yet-folded': {
    status: 409,
    title: 'The record is not yet in the tree',
    remedy: 'Ask again in a second: records are folded in, and the new head signed, within one.',
  },
  'log-empty': {
    status: 404,
    title: 'The log has no signed head yet',
    remedy: 'Ask again in a second; the first record gives it one.',
  },
});
