import type { AlertContent } from '@entente/contracts/alerts/content';
import { approveAlert, askAlerts, issueAlert, mustAlerts } from '@entente/testkit/alerts/alert-desk';
import {
  amendAlert,
  checkTraveller,
  findReference,
  inventTraveller,
  readCirculation,
  readReference,
  stepOn,
  subjectFor,
  type Traveller,
} from '@entente/testkit/alerts/between-nodes';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { type Cast, castOf, lawfulOf } from '@entente/testkit/constellation/members';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const SOON = { timeout: 10_000, interval: 50 };
const REASONS = { reasons: 'Compared with the file of our own service.' };
const FOR_ALL = { audience: { kind: 'all-members' } } as const;

let constellation: Constellation;
let india: ConstellationNode;
let kz: ConstellationNode;
let delhi: Cast;
let astana: Cast;
let beijing: Cast;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN', 'CN'] });
  india = constellation.of('IN');
  kz = constellation.of('KZ');
  [delhi, astana, beijing] = [await castOf(india), await castOf(kz), await castOf(constellation.of('CN'))];
}, 60_000);
afterAll(() => constellation.close());

let seed = 7_000;
/** What India may lawfully write about a traveller of its own. */
function about(
  traveller: Traveller,
  category: string,
  { audience = FOR_ALL.audience as AlertContent['audience'], ...wish }: Wish = {},
): AlertContent {
  seed += 1;
  return { ...lawfulOf(india, category, seed, wish), subject: subjectFor(traveller), ...(audience && { audience }) };
}
type Wish = Parameters<typeof lawfulOf>[3] & { audience?: AlertContent['audience'] };

let travellers = 0;
function nextTraveller(): Traveller {
  travellers += 1;
  return inventTraveller(travellers);
}
const issue = (content: AlertContent) => issueAlert(delhi.author, delhi.reviewer, content);
const amend = async (...given: Parameters<typeof amendAlert>) =>
  await approveAlert(delhi.reviewer, await amendAlert(...given));

/** What the desk shows of an alert when the traveller stands before it. */
async function candidateAt({ border }: Cast, traveller: Traveller, reference: string) {
  const { candidates } = await checkTraveller(border, traveller);
  return candidates.find(({ source }) => source.kind === 'alert' && source.reference === reference);
}
const answersAt = (cast: Cast, traveller: Traveller, reference: string) =>
  vi.waitFor(async () => expect(await candidateAt(cast, traveller, reference)).toBeDefined(), SOON);
const isSilentAt = (cast: Cast, traveller: Traveller, reference: string) =>
  vi.waitFor(async () => expect(await candidateAt(cast, traveller, reference)).toBeUndefined(), SOON);

describe('an alert for all members', () => {
  test('approved in Delhi, is India’s in Astana and Beijing, answers there, and each has said that it holds it', async () => {
    const traveller = nextTraveller();
    const alert = await issue(about(traveller, 'wanted-for-arrest'));
    for (const cast of [astana, beijing]) await answersAt(cast, traveller, alert.reference);
    const held = await readReference(astana.author, alert.reference);
    expect(held).toMatchObject({ owner: 'IN', status: 'in-force', acceptance: null, steps: [{ step: 'received' }] });
    const { audience: _, ...content } = alert.current!.content;
    expect(held.current?.content).toEqual(content);
    await constellation.settle();
    expect(await readCirculation(delhi.author, alert.id)).toMatchObject({
      KZ: { told: 'circulated', state: 'accepted', version: 1 },
      CN: { told: 'circulated', state: 'accepted', version: 1 },
    });
  });

  test('is nobody’s here to change: no officer of a holder amends, extends, withdraws or disputes it', async () => {
    const alert = await issue(about(nextTraveller(), 'missing'));
    await constellation.settle();
    const { id, revision, may } = await readReference(astana.author, alert.reference);
    expect(may).toEqual(['flag']);
    const answer = await askAlerts(astana.author, 'POST', `/${id}/withdrawal`, { revision, why: 'other', ...REASONS });
    expect(answer.json()).toMatchObject({ code: 'alert-refused', errors: [{ rule: 'not-the-owner' }] });
  });

  test('is amended, withdrawn and deleted at every holder, each with a receipt', async () => {
    const traveller = nextTraveller();
    const alert = await issue(about(traveller, 'wanted-for-arrest'));
    const amended = await amend(delhi.author, alert, { note: 'Speaks with a Gujarati accent.' });
    await constellation.settle();
    const held = await readReference(astana.author, alert.reference);
    expect(held.current).toMatchObject({ number: 2, content: { note: 'Speaks with a Gujarati accent.' } });
    await answersAt(astana, traveller, alert.reference);

    await mustAlerts(delhi.author, 'POST', `/${alert.id}/withdrawal`, {
      revision: amended.revision,
      why: 'wrong-person',
      ...REASONS,
    });
    await isSilentAt(astana, traveller, alert.reference);
    expect(await findReference(astana.author, alert.reference)).toMatchObject({ status: 'withdrawn' });

    await stepOn(delhi.author, alert.reference, 'POST', 'deletion', REASONS);
    await constellation.settle();
    for (const cast of [delhi, astana, beijing]) {
      const deleted = await readReference(cast.author, alert.reference);
      expect(deleted).toMatchObject({ status: 'deleted', name: '', may: [] });
      expect(JSON.stringify(deleted)).not.toContain(traveller.family);
    }
    expect(await readCirculation(delhi.author, alert.id)).toMatchObject({
      KZ: { deleted: true },
      CN: { deleted: true },
    });
  });

  test('expires with its holders by their own clocks', async () => {
    const alert = await issue(about(nextTraveller(), 'missing'));
    await constellation.settle();
    const { rows } = await sql<{ same: boolean }>`
      SELECT expires_at = ${(await readReference(delhi.author, alert.reference)).expiresAt}::timestamptz AS same
      FROM alerts.alert WHERE reference = ${alert.reference}`.execute(kz.database.db);
    expect(rows).toEqual([{ same: true }]);
  });
});

describe('an audience', () => {
  test('of named members reaches them alone', async () => {
    const alert = await issue(about(nextTraveller(), 'missing', { audience: { kind: 'members', states: ['KZ'] } }));
    await constellation.settle();
    expect(await findReference(astana.author, alert.reference)).toBeDefined();
    expect(await findReference(beijing.author, alert.reference)).toBeUndefined();
  });

  test('that is national or not named reaches nobody', async () => {
    const { audience: _, ...unnamed } = about(nextTraveller(), 'missing');
    const alerts = [
      await issue(unnamed),
      await issue(about(nextTraveller(), 'missing', { audience: { kind: 'national', searchable: true } })),
    ];
    await constellation.settle();
    for (const { reference } of alerts) expect(await findReference(astana.author, reference)).toBeUndefined();
  });

  test('of an empty list of members is refused', async () => {
    const content = about(nextTraveller(), 'missing', { audience: { kind: 'members', states: [] } });
    const { id, revision } = await mustAlerts(delhi.author, 'POST', '', { content });
    const answer = await askAlerts(delhi.author, 'POST', `/${id}/submission`, { revision, considered: [] });
    expect(answer.json()).toMatchObject({ errors: [{ rule: 'audience-empty', pointer: '/audience/states' }] });
  });

  test('that an amendment narrows is a withdrawal for whoever drops out, and widened again, the alert comes back', async () => {
    const traveller = nextTraveller();
    const alert = await issue(about(traveller, 'missing'));
    const narrowed = await amend(delhi.author, alert, { audience: { kind: 'members', states: ['CN'] } });
    await constellation.settle();
    expect(await findReference(astana.author, alert.reference)).toMatchObject({ status: 'withdrawn' });
    expect(await findReference(beijing.author, alert.reference)).toMatchObject({ status: 'in-force' });
    await amend(delhi.author, narrowed, FOR_ALL);
    await answersAt(astana, traveller, alert.reference);
  });
});

describe('an alert on grounds of terrorism', () => {
  test('sleeps until an officer of the receiving state accepts it, then answers', async () => {
    const traveller = nextTraveller();
    const alert = await issue(about(traveller, 'wanted-for-arrest', { offence: 'terrorism' }));
    await constellation.settle();
    await answersAt(delhi, traveller, alert.reference);
    const held = await readReference(astana.author, alert.reference);
    expect(held).toMatchObject({ acceptance: 'awaited', may: ['accept', 'refuse'] });
    expect(await candidateAt(astana, traveller, alert.reference)).toBeUndefined();
    const page = await mustAlerts<{ alerts: { reference: string }[]; unaccepted: number }>(
      astana.author,
      'GET',
      '?unaccepted=true',
    );
    expect(page.alerts.map(({ reference }) => reference)).toContain(alert.reference);
    expect(page.unaccepted).toBe(page.alerts.length);

    const answer = await askAlerts(astana.border, 'POST', `/${held.id}/acceptance`, {
      revision: held.revision,
      decision: 'accept',
      ...REASONS,
    });
    expect(answer.statusCode).toBe(403);
    await stepOn(astana.author, alert.reference, 'POST', 'acceptance', { decision: 'accept', ...REASONS });
    await answersAt(astana, traveller, alert.reference);
  });

  test('accepted, sleeps again when what was accepted changes, and not when its note does', async () => {
    const traveller = nextTraveller();
    const alert = await issue(about(traveller, 'wanted-for-arrest', { offence: 'terrorism' }));
    await constellation.settle();
    await stepOn(astana.author, alert.reference, 'POST', 'acceptance', { decision: 'accept', ...REASONS });
    const noted = await amend(delhi.author, alert, { note: 'Travels by rail.' });
    await constellation.settle();
    expect(await findReference(astana.author, alert.reference)).toMatchObject({ acceptance: 'accepted' });
    await amend(delhi.author, noted, { subject: subjectFor({ ...traveller, birthDate: '1971-01-02' }) });
    await constellation.settle();
    expect(await findReference(astana.author, alert.reference)).toMatchObject({ acceptance: 'awaited' });
    await isSilentAt(astana, traveller, alert.reference);
  });

  test('refused, goes on sleeping, and its owner is told the ground and not the reasons', async () => {
    const traveller = nextTraveller();
    const alert = await issue(about(traveller, 'wanted-for-arrest', { offence: 'extremism' }));
    await constellation.settle();
    const decision = { decision: 'refuse', why: 'international-obligation', reasons: 'He asked for asylum with us.' };
    await stepOn(astana.author, alert.reference, 'POST', 'acceptance', decision);
    await constellation.settle();
    const { KZ, CN } = await readCirculation(delhi.author, alert.id);
    expect(KZ?.flag).toMatchObject({ why: 'international-obligation', action: null });
    expect(CN?.flag).toBeNull();
    expect(JSON.stringify(await readReference(delhi.author, alert.reference))).not.toContain('asylum');
    expect(await candidateAt(astana, traveller, alert.reference)).toBeUndefined();
  });
});

test('a discreet check sleeps until it is accepted', async () => {
  const alert = await issue(about(nextTraveller(), 'discreet-check'));
  await constellation.settle();
  expect(await findReference(astana.author, alert.reference)).toMatchObject({ acceptance: 'awaited' });
});

describe('a flag', () => {
  test('shows the alternative at the desk, is told to the owner, and ends with the owner’s action again', async () => {
    const traveller = nextTraveller();
    const alert = await issue(about(traveller, 'wanted-for-arrest'));
    await answersAt(astana, traveller, alert.reference);
    const given = { why: 'national-law', action: 'report-whereabouts', ...REASONS };
    await stepOn(astana.author, alert.reference, 'POST', 'flag', given);
    await vi.waitFor(async () => {
      const flagged = { action: 'report-whereabouts', flagged: true };
      expect(await candidateAt(astana, traveller, alert.reference)).toMatchObject(flagged);
    }, SOON);
    await constellation.settle();
    expect(await candidateAt(beijing, traveller, alert.reference)).toMatchObject({ action: alert.action });
    expect((await readCirculation(delhi.author, alert.id)).KZ?.flag).toMatchObject({ action: 'report-whereabouts' });

    await stepOn(astana.author, alert.reference, 'DELETE', 'flag', REASONS);
    await vi.waitFor(async () => {
      expect(await candidateAt(astana, traveller, alert.reference)).toMatchObject({ action: alert.action });
    }, SOON);
    await constellation.settle();
    expect((await readCirculation(delhi.author, alert.id)).KZ?.flag).toBeNull();
  });

  test('holds nobody: an alternative that detains, or the owner’s own action, is refused', async () => {
    const alert = await issue(about(nextTraveller(), 'wanted-for-arrest'));
    await constellation.settle();
    const { id, revision } = await readReference(astana.author, alert.reference);
    for (const [action, rule] of [
      ['arrest', 'alternative-not-milder'],
      ['send-home', 'alternative-unknown'],
    ]) {
      const given = { revision, why: 'other', action, ...REASONS };
      const answer = await askAlerts(astana.author, 'POST', `/${id}/flag`, given);
      expect(answer.json()).toMatchObject({ errors: [{ rule, pointer: '/action' }] });
    }
  });
});
