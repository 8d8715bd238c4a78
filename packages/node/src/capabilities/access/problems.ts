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
  'stale-sign-in': {
    status: 401,
    title: 'This needs a sign-in of the last ten minutes',
    remedy: 'Sign in again and repeat the request.',
  },
  'weak-password': {
    status: 422,
    title: 'The password is too short, or endless',
    remedy: 'Choose one of the length that `passwordMinLength` of GET /api/access/account asks for, 1000 at most.',
  },
  'unknown-officer': {
    status: 404,
    title: 'There is no such officer',
    remedy: 'Use an id from GET /api/access/officers.',
  },
  'name-taken': {
    status: 409,
    title: 'An officer of this node has that sign-in name',
    remedy: 'Choose another; a name is never given twice.',
  },
  'unknown-authority': {
    status: 422,
    title: 'The node does not know this authority',
    remedy: 'Use an id from GET /api/access/authorities, or give its names too.',
  },
  'authority-known': {
    status: 409,
    title: 'Another authority has that id',
    remedy: 'Choose that one without names, or give the new authority an id of its own.',
  },
  'own-account': {
    status: 403,
    title: 'Nobody changes his own account',
    remedy: 'Ask another administrator, or the operator.',
  },
  'oversight-stands-alone': {
    status: 422,
    title: 'An oversight officer holds no other role',
    remedy: 'Who watches is not who acts: give the other roles to another officer.',
  },
  'administrator-stands-apart': {
    status: 422,
    title: 'An administrator is no border officer, contact-point officer or reviewer',
    remedy: 'Who decides who may act does not act himself: give those roles to another officer.',
  },
  'last-administrator': {
    status: 409,
    title: 'This is the last administrator whose way in is open',
    remedy: 'Enter or unlock another administrator first.',
  },
  'officer-changed': {
    status: 409,
    title: 'Somebody else has changed this officer meanwhile',
    remedy: 'Look at `current`, then send the change again with its `revision`.',
  },
  'passkey-refused': {
    status: 401,
    title: 'The passkey does not open this node',
    remedy:
      'Try again with a new challenge, or sign in by password. An administrator of the node can open a locked account.',
  },
  'passkey-not-made': {
    status: 422,
    title: 'The authenticator did not prove a passkey of this node',
    remedy:
      'Ask for a new challenge at the exact address of the node, with an authenticator that asks for a PIN or finger.',
  },
  'challenge-ended': {
    status: 409,
    title: 'The challenge has been answered, or has ended',
    remedy: 'Ask for a new one and answer it within five minutes, in the same browser.',
  },
  'passkey-known': {
    status: 409,
    title: 'This authenticator has a passkey here already',
    remedy: 'Use that one, or another authenticator.',
  },
  'too-many-passkeys': {
    status: 409,
    title: 'The account has ten passkeys',
    remedy: 'Remove one that is no longer used.',
  },
  'unknown-passkey': {
    status: 404,
    title: 'There is no such passkey of yours',
    remedy: 'GET /api/access/account lists them.',
  },
});
