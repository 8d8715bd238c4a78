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
  'node-restoring': {
    status: 503,
    title: 'This node has started and has not heard yet what the other saw of it',
    remedy: 'Answer `POST /peer/seen` of this node; it may have been restored from a backup. Then ask again.',
  },
  'no-sealing-key': {
    status: 409,
    title: 'The register has no key in force to seal to',
    remedy: 'Bring a key into force by an act, then ask again.',
  },
  'history-held': {
    status: 503,
    title: 'This node has not heard yet from its peers what it may have done and forgotten',
    remedy:
      'Wait until a peer answers, which takes seconds; where none can be reached, the operator decides: `entente exchange release-history`.',
  },
  'history-not-held': {
    status: 409,
    title: 'The log is not held',
    remedy: 'There is nothing to release.',
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
  'malformed-cosign-request': {
    status: 400,
    title: 'The request for a cosignature cannot be read',
    remedy:
      'Send the body of `add-checkpoint` (C2SP tlog-witness) as plain text: old size, proof, empty line, checkpoint.',
  },
  'unknown-log': {
    status: 404,
    title: 'This node watches no such log',
    remedy: 'Send a head of the log that the register names for your node.',
  },
  'unsigned-checkpoint': {
    status: 403,
    title: 'The checkpoint is not signed by the key of its log',
    remedy: 'Sign it with the key that the register names; a bad signature beside a good one counts too.',
  },
  'smaller-size': {
    status: 400,
    title: 'The old size is larger than the new one',
    remedy: 'Name the size of the head that this node cosigned last, or 0.',
  },
  'split-view': {
    status: 409,
    title: 'The log has signed another root for this size, or has shown two histories before',
    remedy: 'There is no way back for this log: both notes are kept as proof. The members decide what follows.',
  },
  'inconsistent-log': {
    status: 422,
    title: 'The log does not prove that it has grown from the head that was cosigned last',
    remedy: '`entente audit verify` says which record was changed; put it back from a backup or a mirror.',
  },
  'log-altered': {
    status: 422,
    title: 'The log serves hashes that are not those it served before, or not those of its head',
    remedy: '`current.brokenAt` names the record where that can be told; `entente audit verify` says what was changed.',
  },
  'log-unread': {
    status: 503,
    title: 'The hashes of the log could not be read',
    remedy: 'See that this node reaches yours at the address in the register, and ask again in the next round.',
  },
  'too-far': {
    status: 400,
    title: 'The head is too far ahead of the one cosigned last',
    remedy: 'Ask for an older head first, at most 65,536 records ahead, and go on from there.',
  },
  'no-such-tile': {
    status: 404,
    title: 'The tree has no such tile, or not so many hashes in it',
    remedy: 'Ask for tiles of a tree as large as a head that this node has shown.',
  },
  'no-such-envelope': {
    status: 404,
    title: 'There is no such envelope between these nodes',
    remedy: 'Name an envelope by its id (64 hexadecimal digits) or by its id in the outbox.',
  },
  'not-yet-received': {
    status: 409,
    title: 'The envelope has no receipt yet',
    remedy: 'Wait until its receiver has stored it; `GET /api/exchange/peers` says what waits and why.',
  },
  'not-yet-proven': {
    status: 409,
    title: 'The record is not yet under a signed head',
    remedy: 'Ask again in a second: records are folded in, and the new head signed, within one.',
  },
  'other-half-missing': {
    status: 503,
    title: 'The other node has not given its half of the evidence',
    remedy: 'Its receipts are kept. See why it is silent, and ask again.',
  },
  'other-half-wrong': {
    status: 502,
    title: 'What the other node gave as its half of the evidence does not verify',
    remedy: 'Keep its receipts, tell oversight, and compare what its peers have seen of its log.',
  },
  'malformed-ask': {
    status: 400,
    title: 'The question cannot be opened or read, or asks too widely',
    remedy:
      'docs/protocol/asks.md has the bytes; two elements of identity or a document number are needed, and thirty seconds at most.',
  },
  'ask-expired': {
    status: 400,
    title: 'The question is over, or its moment is still to come',
    remedy: "Ask anew, by a clock that agrees with the others'.",
  },
  'ask-replayed': {
    status: 409,
    title: 'The same question has come before',
    remedy: 'Every question has an id of its own; an answer is given once.',
  },
  'ask-budget-spent': {
    status: 429,
    title: 'The officer or the state has asked as much as is answered in an hour',
    remedy: 'Wait for the next hour; a list of persons is no case.',
  },
  'asking-paused': {
    status: 403,
    title: 'This node does not answer questions of this state now',
    remedy: 'Speak with its contact point; envelopes go on where the channel is open.',
  },
  'asks-not-answered': {
    status: 503,
    title: 'This node answers no questions yet',
    remedy: 'Ask again once its index is ready.',
  },
  'ask-without-case': {
    status: 400,
    title: 'A question to other nodes names the case it is asked in',
    remedy: 'Name the open case with the purpose.',
  },
  'ask-too-wide': {
    status: 400,
    title: 'A name alone asks about too many',
    remedy: 'Give a birth date or a nationality beside the name, or a document number.',
  },
  'asking-paused-already': {
    status: 409,
    title: "The state's questions are not answered already",
    remedy: 'Let it ask again first, to give another reason.',
  },
  'asking-not-paused': {
    status: 409,
    title: 'The questions of this state are answered',
    remedy: 'There is nothing to undo.',
  },
  'file-too-large': {
    status: 413,
    title: 'The file is larger than may be sent',
    remedy: 'An attachment has a gibibyte at most, and less where the room that takes it says so.',
  },
  'unknown-file': {
    status: 409,
    title: 'A file that is to be sent is not here, not whole, or erased',
    remedy: 'Upload it again; what nothing takes up within a day is deleted.',
  },
  'no-such-attachment': {
    status: 404,
    title: 'No envelope to the node that asks has such an attachment, or not so many chunks',
    remedy: 'Name the envelope, the place and the chunk as the envelope has them, from 0.',
  },
  'attachment-gone': {
    status: 410,
    title: 'The attachment is here no more',
    remedy: 'It was erased, or its envelope was; ask the sender’s contact point whether it is sent anew.',
  },
  'channel-suspended': {
    status: 403,
    title: 'This node has suspended the channel',
    remedy: 'Wait until it is resumed; what is on its way is kept.',
  },
  'member-suspended': {
    status: 403,
    title: 'The node that asks is of a suspended member',
    remedy: 'Nothing is given to it until the members decide otherwise.',
  },
});
