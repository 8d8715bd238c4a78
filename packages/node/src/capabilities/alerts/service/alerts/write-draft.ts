import type { AlertView, NewDraft, SavedDraft } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { createIdSource } from '@entente/crypto/uuid7';
import { type Asking, attribution } from '../../../access/index.ts';
import type { StoredAlert, StoredVersion } from '../../model.ts';
import { assessContent } from '../../rules/assess.ts';
import { decideOutcome } from '../../rules/lifecycle.ts';
import { insertAlert, lockAlert, nextReference } from '../../store/alerts.ts';
import { insertVersion, nextVersionNumber, setVersionState, updateVersion } from '../../store/versions.ts';
import { changeAlert, writeChange } from './change-alert.ts';
import { type AlertParts, circumstancesOf } from './parts.ts';
import { recordingRefusals, refuseBy } from './refusal.ts';
import { readWhole } from './standing.ts';
import { viewAlert } from './view-alert.ts';

const createId = createIdSource();

/** Begins a draft, which may lack almost anything; only a category that is not there is refused at once. */
export async function beginDraft(
  parts: AlertParts,
  asking: Asking,
  { content, unfinished }: NewDraft,
): Promise<AlertView> {
  return await recordingRefusals(parts, asking, { move: 'draft', category: content.category }, () =>
    parts.db.transaction().execute(async (tx) => {
      const now = parts.clock.now();
      await parts.exchange.requireHistory(tx);
      refuseBy(findUnknownCategory(parts, content, now));
      const alert: StoredAlert = {
        id: createId(now),
        reference: await nextReference(tx, parts.state.iso2, now.getUTCFullYear()),
        owner: parts.state.iso2,
        ...plainOf(content),
        status: 'draft',
        current: null,
        pending: 1,
        author: asking.officer.id,
        authority: asking.officer.authority.id,
        createdAt: now,
        updatedAt: now,
        inForceAt: null,
        expiresAt: null,
        reviewAt: null,
        disputedAt: null,
        revision: 1,
        ...OWN,
      };
      await insertAlert(tx, alert);
      await insertVersion(tx, {
        ...firstVersion(alert.id, asking.officer.id, content, now),
        ...(unfinished && { unfinished }),
      });
      const step = { step: 'drafted', version: 1 } as const;
      await writeChange(tx, attribution(asking), { alert }, { event: 'alerts.drafted', change: {}, step }, now);
      return await viewAlert(tx, parts, asking, await readWhole(tx, (await lockAlert(tx, alert.id))!));
    }),
  );
}

/** Saves what has been typed into a draft, an amendment or an extension. */
export async function saveDraft(
  parts: AlertParts,
  asking: Asking,
  { id, revision, content, unfinished = {} }: SavedDraft & { id: string },
): Promise<AlertView> {
  return await changeAlert(parts, asking, { id, revision, move: 'edit' }, async (tx, { alert, pending }, now) => {
    refuseBy(findUnknownCategory(parts, content, now));
    const authors = [...pending!.authors.filter((author) => author !== asking.officer.id), asking.officer.id];
    await updateVersion(tx, { ...pending!, authors, savedAt: now, content, unfinished });
    return {
      event: 'alerts.draft-saved',
      facts: { version: pending!.number },
      // What stands in force keeps its own until the new version has passed review.
      change: alert.current === null ? plainOf(content) : {},
    };
  });
}

/** Opens an amendment or an extension beside the version in force, with its content to begin with. */
export async function openVersion(
  parts: AlertParts,
  asking: Asking,
  { id, revision, kind }: { id: string; revision: number; kind: 'amendment' | 'extension' },
): Promise<AlertView> {
  const move = kind === 'amendment' ? 'amend' : 'extend';
  return await changeAlert(parts, asking, { id, revision, move }, async (tx, { alert, current }, now) => {
    const number = await nextVersionNumber(tx, alert.id);
    const version: StoredVersion = {
      ...current!,
      number,
      kind,
      state: 'draft',
      authors: [asking.officer.id],
      savedAt: now,
      considered: [],
    };
    await insertVersion(tx, version);
    return {
      event: 'alerts.version-opened',
      facts: { version: number, kind },
      change: { pending: number },
      step: { step: kind === 'amendment' ? 'amendment-opened' : 'extension-opened', version: number },
    };
  });
}

/** Gives a draft up; an alert in force stays as it was. */
export async function abandonDraft(
  parts: AlertParts,
  asking: Asking,
  { id, revision }: { id: string; revision: number },
): Promise<AlertView> {
  return await changeAlert(parts, asking, { id, revision, move: 'abandon' }, async (tx, { pending, standing }) => {
    const { status } = decideOutcome('abandon', standing);
    await setVersionState(tx, id, pending!.number, 'abandoned');
    return {
      event: 'alerts.version-abandoned',
      facts: { version: pending!.number, kind: pending!.kind },
      change: { status, pending: null },
      step: { step: 'abandoned', version: pending!.number },
    };
  });
}

function findUnknownCategory(parts: AlertParts, content: AlertContent, now: Date) {
  return assessContent(content, circumstancesOf(parts, now, { kind: 'issue' })).filter(
    ({ rule }) => rule === 'unknown-category',
  );
}

/** An alert of this state's own, before anybody is to be told of it. */
const OWN = {
  node: null,
  ownerRevision: null,
  acceptance: null,
  flagAction: null,
  audience: 'national' as const,
  addressees: [] as string[],
} satisfies Partial<StoredAlert>;

/** What of a content stands in plain columns, to be filtered by. */
function plainOf({ category, subject, action }: AlertContent): Pick<StoredAlert, 'category' | 'kind' | 'action'> {
  return { category, kind: subject.kind, action: action ?? null };
}

function firstVersion(alert: string, author: string, content: AlertContent, now: Date): StoredVersion {
  return {
    alert,
    number: 1,
    kind: 'issue',
    state: 'draft',
    authors: [author],
    savedAt: now,
    content,
    considered: [],
  };
}
