import { defineProblems } from '../../platform/problem.ts';

/** Refusals of sign-in and of the one gate. */
export const PROBLEMS = defineProblems({
  'signed-out': {
    status: 401,
    title: 'Nobody is signed in, or the session has ended',
    remedy: 'Sign in.',
  },
  'sign-in-refused': {
    status: 401,
    title: 'The name and the password do not open this node',
    remedy:
      'Check both. After several failures a name stays closed for a while, longer each time; an administrator of the node can open it.',
  },
  'sign-in-busy': {
    status: 503,
    title: 'Too many people are signing in at once',
    remedy: 'Wait as long as the `Retry-After` header says.',
  },
  'foreign-origin': {
    status: 403,
    title: "The request was made by another site's page",
    remedy: 'Work in the console at the address of the node itself.',
  },
  'wrong-csrf-token': {
    status: 403,
    title: 'The request does not carry the token of its session',
    remedy:
      'Send the `csrf` of GET /api/session in the `entente-csrf` header; reload the page if you were signed in anew.',
  },
  'no-one-click-sign-in': {
    status: 403,
    title: 'One-click sign-in is not to be had here',
    remedy:
      'It exists on a node founded as a demonstration, in a browser on the same machine, under the exact address the node printed.',
  },
  'purpose-missing': {
    status: 400,
    title: 'Personal data is given only for a stated purpose',
    remedy: 'Send `entente-purpose` and `entente-legal-basis`, ids from `purposes` of GET /api/session.',
  },
  'unknown-purpose': {
    status: 400,
    title: 'The organisation knows no such purpose',
    remedy: 'Use an id from `purposes` of GET /api/session.',
  },
  'wrong-legal-basis': {
    status: 400,
    title: 'The legal basis is none of this purpose',
    remedy: "Use an id from the purpose's `legalBases` in GET /api/session.",
  },
  'case-missing': {
    status: 400,
    title: 'This purpose needs a case',
    remedy: 'Send the reference of the case, percent-encoded, in `entente-case`.',
  },
  'malformed-case': {
    status: 400,
    title: 'The case reference cannot be read',
    remedy: 'Send one line of at most 200 characters, percent-encoded UTF-8.',
  },
  'not-permitted': {
    status: 403,
    title: 'Your roles do not permit this for that purpose',
    remedy: 'The refusal is on record. `actions` and `purposes` of GET /api/session say what is permitted.',
  },
  'unknown-session': {
    status: 404,
    title: 'There is no such session, or none for you',
    remedy: 'GET /api/access/sessions lists the sessions you may end.',
  },
});
