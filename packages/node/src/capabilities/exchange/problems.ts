import { defineProblems } from '../../platform/problem.ts';

/** What is answered to peers that send what is no part of their stream, and to officers about channels. */
export const EXCHANGE_PROBLEMS = defineProblems({
  'unknown-peer': {
    status: 403,
    title: 'The certificate of this connection is of no node in the register',
    remedy:
      'Connect with the certificate that the register has for your node; a node whose register is behind reads the acts first.',
  },
  'not-in-organisation': {
    status: 409,
    title: 'This node is in no organisation',
    remedy: 'Let it join first; nothing can be sent or received before.',
  },
  'unknown-receiver': {
    status: 404,
    title: 'There is no such node in the register, or it is this one',
    remedy: 'Name a node as `GET /api/exchange/peers` does.',
  },
  'envelope-too-large': {
    status: 413,
    title: 'The body is too large for one envelope',
    remedy: 'Send what is large as an attachment; a body may have a mebibyte.',
  },
  'malformed-envelope': {
    status: 400,
    title: 'The seal or the envelope in it is not well-formed',
    remedy: 'docs/protocol/envelopes.md has the bytes; vectors and properties are in the repository.',
  },
  'seal-not-opened': {
    status: 400,
    title: 'The seal does not open for this sender, receiver and signing key',
    remedy: 'Seal the envelope to a key of this node, for the pair and the key that `signedBy` names.',
  },
  'wrong-route': {
    status: 400,
    title: 'The envelope names another organisation, sender or receiver than the connection',
    remedy: 'Send to each node its own envelopes, over your own connection.',
  },
  'unknown-signer': {
    status: 400,
    title: 'The envelope names a signing key that is not in force for its sender',
    remedy: 'Sign with a key in force in the register, and seal again.',
  },
  'bad-signature': {
    status: 400,
    title: 'The signature of the envelope does not verify',
    remedy: 'The signature covers id and place, as docs/protocol/envelopes.md says.',
  },
  'number-taken': {
    status: 409,
    title: 'Another envelope has come under this number before',
    remedy: 'A node restored from a backup asks its peers for the last numbers before it sends.',
  },
  'register-contradicted': {
    status: 409,
    title: 'The other register has another act under the same number',
    remedy: 'Keep both. Somebody has consented twice, and every oversight officer has to know.',
  },
  'unknown-dead-letter': {
    status: 404,
    title: 'There is no such held envelope, or it was released before',
    remedy: 'Use an id that `GET /api/exchange/dead-letters` gives.',
  },
  'channel-suspended-already': {
    status: 409,
    title: 'The channel is suspended already',
    remedy: 'Resume it first, to give another reason.',
  },
  'channel-not-suspended': {
    status: 409,
    title: 'This node has not suspended the channel',
    remedy: 'What the other side has suspended, only the other side resumes.',
  },
});
