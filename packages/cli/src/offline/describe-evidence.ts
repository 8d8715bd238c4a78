import type { LogPlace } from '@entente/crypto/evidence/log-place';
import type { Party, VerifiedEvidence } from '@entente/crypto/evidence/verify';
import { toText } from './to-text.ts';

/** What a person is told about evidence that verifies; what the envelope says only if it is asked for. */
export function describeEvidence(evidence: VerifiedEvidence, showBody: boolean): string {
  const { organisation, head, id, from, to, seq, type, envelope, sent, received, decided } = evidence;
  return toText([
    `The evidence verifies: ${nameOf(from)} sent ${type} to ${nameOf(to)}, which received it ${received.at}.`,
    ...(decided ? [lineOfDecision(decided, to)] : [`${nameOf(to)} had not decided on it when this was written.`]),
    '',
    `  envelope  ${id}, number ${seq} from ${from.node} to ${to.node}`,
    `  sent      ${sent.at}, by the log of ${from.node}`,
    `  received  ${received.at}, by the log of ${to.node}`,
    ...(envelope === null ? ['  content   ERASED: the signature still says who sent it, not what it said'] : []),
    '',
    ...linesOfPlace('The sending', sent),
    ...linesOfPlace('The receipt', received),
    ...(decided ? linesOfPlace('The decision', decided) : []),
    '',
    `Judged by the register of ${organisation} to act ${head.number}, ${head.hash}.`,
    'Whether a later act exists, no file can show: give a newer register with --register.',
    ...(showBody ? ['', ...linesOfBody(evidence)] : []),
  ]);
}

function nameOf({ node, holder, of }: Party): string {
  return `${of} (${holder === 'body' ? 'body, ' : ''}node ${node})`;
}

function lineOfDecision({ status, reason, at }: NonNullable<VerifiedEvidence['decided']>, to: Party): string {
  const why = reason ? `: ${reason.detail} [${reason.code}]` : '';
  return `${nameOf(to)} ${status} it ${at}${why}`;
}

function linesOfPlace(what: string, { record, log, index, size, cosignedBy, stoodAt }: LogPlace): string[] {
  const vouched = cosignedBy.length === 0 ? 'cosigned by nobody' : `cosigned by ${cosignedBy.join(', ')}`;
  return [
    `${what} is record ${index} (${record}) of the log ${log}, under its head of ${size} records,`,
    stoodAt === null
      ? `  PENDING: ${vouched}; no majority of the members vouches for that head in this file.`
      : `  standing: ${vouched}; a majority of the members by ${stoodAt}.`,
  ];
}

function linesOfBody({ envelope }: VerifiedEvidence): string[] {
  if (envelope === null) return ['The content is erased and cannot be shown.'];
  const { body, handling, instrument, attachments } = envelope;
  return [
    `Handling ${handling}${instrument === undefined ? '' : `, under ${instrument}`}`,
    ...attachments.map(({ name, size, sha256 }) => `Attached: ${name}, ${size} bytes, SHA-256 ${sha256}`),
    ...JSON.stringify(body, undefined, 2).split('\n'),
  ];
}
