import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { type Asking, attribution } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import type { ConfirmedHit } from '../../screening/index.ts';
import type { FollowUp } from '../model/case.ts';
import { CASES_PROBLEMS } from '../problems.ts';
import { hitEntry } from '../rules/new-entry.ts';
import { nodeOfState } from '../rules/other-side.ts';
import { personalOf, reportBody } from '../rules/report-body.ts';
import { untouched } from '../rules/untouched.ts';
import { isUrgent } from '../rules/urgency.ts';
import { insertFollowUp, updateFollowUp } from '../store/follow-ups.ts';
import { append } from './append.ts';
import type { CasesParts } from './parts.ts';
import { sendToOther } from './send-to-other.ts';

/**
 * Opens the case of a hit made here, in the transaction of the verdict: of this state's own alert with its own contact point,
 * of another's with the envelope to its owner. Throws a Problem where the owner has no node.
 */
export async function openHit(parts: CasesParts, tx: Tx, asking: Asking, hit: ConfirmedHit): Promise<void> {
  const { clock, membership, ownState } = parts;
  const at = clock.now();
  const own = hit.alert.owner === ownState;
  const other = own ? null : (nodeOfState(membership.standing(), hit.alert.owner) ?? null);
  if (!own && !other) throw new Problem(CASES_PROBLEMS['owner-has-no-node']);
  const urgent = isUrgent(membership.actions().find(({ id }) => id === hit.action));
  const opened: FollowUp = {
    ...untouched(at),
    // Random: an id made of the time would tell the owner when, also where that is not reported.
    id: randomUUID(),
    side: own ? 'owning' : 'reporting',
    other,
    alert: hit.alert,
    urgent,
    personal: personalOf(hit),
  };
  await insertFollowUp(tx, opened);
  const outbox = await sendToOther(tx, parts, other, 'cases.hit-reported', reportBody(opened.id, hit, urgent));
  const { id: record } = await recordEvent(tx, {
    ...attribution(asking),
    at,
    event: own ? 'cases.opened' : 'cases.hit-reported',
    outcome: 'done',
    subject: { kind: 'case', ref: opened.id },
    facts: { alert: hit.alert.reference, urgent, ...(other && { to: other.node }) },
  });
  const by = { here: true, officer: asking.officer.id, at };
  const entry = hitEntry(opened.id, { urgent, text: hit.words ?? '' }, by);
  await updateFollowUp(tx, await append(tx, opened, entry, { record, outbox }));
}
