import { defineProblems } from '../../platform/problem.ts';

/** Why a check is not answered at all, or a step of the hit procedure not done; an input that cannot be read is an answer. */
export const SCREENING_PROBLEMS = defineProblems({
  'index-not-ready': {
    status: 503,
    title: 'Alerts and lists are not loaded yet, or have not been current for some seconds',
    remedy: 'Try again in a moment; `/readyz` says when the node answers. Until then check by other means.',
  },
  'search-interrupted': {
    status: 503,
    title: 'The search ended before it had looked at everything',
    remedy: 'Ask again: the thread that searched is replaced. Nothing was found or excluded, and nothing is recorded.',
  },
  'unknown-check': {
    status: 404,
    title: 'There is no such possible hit of yours, or your shift with it is over, or it was referred before',
    remedy: 'Ask again at the desk; the answer names the check to refer.',
  },
  'unknown-case': {
    status: 404,
    title: 'There is no such case of the second line, or none for you',
    remedy: 'Use an id that `GET /api/screening/second-line` gives; absent and not permitted answer alike.',
  },
  'step-refused': {
    status: 422,
    title: 'A rule of the hit procedure refuses the step',
    remedy: '`errors` names each rule and the field it is about; docs/reference/screening.md says what each asks.',
  },
  'unknown-handover': {
    status: 404,
    title: 'There is no such handover, or none for you',
    remedy: 'Use an id that `GET /api/screening/handovers` gives.',
  },
  'unknown-passenger-list': {
    status: 404,
    title: 'There is no such passenger list of yours, or it has been erased',
    remedy: 'Use an id that `GET /api/screening/passenger-lists` gives; what is erased cannot be brought back.',
  },
  'passenger-list-runs': {
    status: 409,
    title: 'The passenger list is being checked',
    remedy: 'Wait for its end, or cancel it first.',
  },
  'too-many-passenger-lists': {
    status: 409,
    title: 'Five of your passenger lists stand already',
    remedy: 'Close the report of one that is done.',
  },
  'passenger-list-encoding': {
    status: 422,
    title: 'The file is neither UTF-8 nor UTF-16, or not in the encoding named',
    remedy: 'Name the encoding (`reading.encoding`) and look at the names in the reading, or save the file as UTF-8.',
  },
  'passenger-list-no-text': {
    status: 422,
    title: 'The file is no text: neither a table (CSV) nor a PAXLST message',
    remedy: 'Save a spreadsheet as CSV.',
  },
  'passenger-list-columns': {
    status: 422,
    title: 'The columns cannot be read as they were named',
    remedy: 'Name one field for each column, each field once; `unused` for the others.',
  },
  'passenger-list-other-message': {
    status: 422,
    title: 'The interchange holds no PAXLST message',
    remedy: 'Hand over the message that lists passengers or crew.',
  },
  'passenger-list-too-long': {
    status: 422,
    title: 'There are more than 500 people on the passenger list',
    remedy: 'Divide it: each part is checked as a list of its own.',
  },
  'passenger-list-empty': {
    status: 422,
    title: 'Nobody on the passenger list can be asked about',
    remedy: '`errors` names the rows that could not be read. See how the columns are read, and correct it.',
  },
  'unknown-query': {
    status: 404,
    title: 'The question of this check is not held: there is no such check, it was unreadable, or its term is over',
    remedy: 'What is shredded cannot be brought back; the record of the check stands in the log.',
  },
  'oversight-key-away': {
    status: 409,
    title: 'The private key of oversight is not on this node',
    remedy:
      'Oversight keeps it. Open the question with it: `entente screening open-query CHECK --key FILE`, or put the file back (ENTENTE_OVERSIGHT_KEY_FILE).',
  },
  'wrong-oversight-key': {
    status: 409,
    title: 'The key file on this node does not open what was sealed to oversight',
    remedy: 'Put back the file that was made when the node was founded; the operator finds the reason in the log.',
  },
});
