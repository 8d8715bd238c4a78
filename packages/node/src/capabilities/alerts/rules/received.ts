import type { Refusal } from '@entente/contracts/alerts/alert';
import type { CirculatedAlert } from '@entente/contracts/alerts/circulated';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { ReceivedRule } from '@entente/contracts/alerts/rules';
import type { StoredAlert } from '../model.ts';
import { assessContent, CONTENT_CHECKS } from './assess.ts';
import type { Circumstances } from './case.ts';

/** What an alert that came is weighed by. */
export interface Receiving {
  /** Whose node sent it, as the register says. */
  sender: { node: string; holder: 'member' | 'body'; of: string };
  /** What is held under its reference. */
  held: { alert: Pick<StoredAlert, 'node' | 'status'>; content: AlertContent } | undefined;
  /** By the state of its owner: its days are told there, and its documents are its own. */
  circumstances: Omit<Circumstances, 'kind' | 'before'>;
}

/** Why nothing of this sender's is taken under a reference: by whose it is, before anything of it is read. */
export function refuseSender(
  { reference, owner }: { reference: string; owner?: string },
  { sender, held }: Pick<Receiving, 'sender'> & { held: { alert: Pick<StoredAlert, 'node'> } | undefined },
): Refusal | undefined {
  const isOwner = sender.holder === 'member' && (owner === undefined || owner === sender.of);
  if (!isOwner) return refusal('owner-not-sender', '/owner');
  const isOwn = reference.startsWith(`${sender.of}-`) && (!held || held.alert.node === sender.node);
  return isOwn ? undefined : refusal('reference-of-another', '/reference');
}

/**
 * Every rule that an alert of another state breaks here. Its sender's software has weighed it, and is not believed: an
 * amendment is weighed as if it were new, so that calling something an amendment opens nothing.
 */
export function assessReceived({ content }: CirculatedAlert, { held, circumstances }: Receiving): Refusal[] {
  if (held?.alert.status === 'deleted') return [refusal('erased-not-revived', '/reference')];
  const before = held?.content;
  return [
    ...assessContent(content, { ...circumstances, kind: 'issue' }),
    ...(before ? assessContent(content, { ...circumstances, kind: 'amendment', before }, ONE_SUBJECT) : []),
    ...(before && isLonger(content, before)
      ? assessContent(content, { ...circumstances, kind: 'extension', before }, LONGER)
      : []),
  ];
}

/** Why the photographs that a body names are not those that its envelope encloses, or show nobody. */
export function refusePhotographs(
  { photographs = [], content: { subject } }: CirculatedAlert,
  enclosed: number,
): Refusal | undefined {
  const identities = subject.kind === 'person' ? subject.identities.length : 0;
  const isPlaced =
    photographs.length === enclosed &&
    new Set(photographs.map(({ id }) => id)).size === enclosed &&
    photographs.every(({ identity }) => identity < identities);
  return isPlaced ? undefined : refusal('photographs-not-enclosed', '/photographs');
}

const { 'amendment-changes-category': sameCategory, 'extension-needs-authorisation': newAuthorisation } =
  CONTENT_CHECKS;
const ONE_SUBJECT = { 'amendment-changes-category': sameCategory };
const LONGER = { 'extension-needs-authorisation': newAuthorisation };

function isLonger({ expiresOn = '' }: AlertContent, before: AlertContent): boolean {
  return before.expiresOn !== undefined && expiresOn > before.expiresOn;
}

function refusal(rule: ReceivedRule, pointer: string): Refusal {
  return { rule, pointer };
}
