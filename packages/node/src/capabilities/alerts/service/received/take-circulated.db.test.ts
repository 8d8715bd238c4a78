import type { CirculatedAlert } from '@entente/contracts/alerts/circulated';
import { CONTENT_RULES, type ContentRule } from '@entente/contracts/alerts/rules';
import type { Json } from '@entente/crypto/json';
import { issueAlert, mustAlerts } from '@entente/testkit/alerts/alert-desk';
import { findReference, readReference } from '@entente/testkit/alerts/between-nodes';
import { dayFrom } from '@entente/testkit/alerts/days';
import { REFUSED, refusedAlert } from '@entente/testkit/alerts/refused';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { type Cast, castOf, lawfulOf } from '@entente/testkit/constellation/members';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewDeadLetters } from '../../../exchange/index.ts';

let constellation: Constellation;
let india: ConstellationNode;
let astana: Cast;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN'] });
  india = constellation.of('IN');
  astana = await castOf(constellation.of('KZ'));
}, 60_000);
afterAll(() => constellation.close());

let number = 900_000;
/** A lawful alert of India's, as an envelope says it. */
function lawful(category: string, wish: Parameters<typeof lawfulOf>[3] = {}): CirculatedAlert {
  number += 1;
  return {
    reference: `IN-2026-${number}`,
    owner: 'IN',
    revision: 5,
    version: 1,
    inForceAt: india.clock.now().toISOString(),
    content: lawfulOf(india, category, number, wish),
  };
}

/** A node whose software was altered: it sends what its own rules would have refused. */
async function sendAltered(bodies: readonly object[], type = 'alerts.circulated'): Promise<void> {
  await india.database.db.transaction().execute(async (tx) => {
    for (const body of bodies) {
      await india.node.exchange.send(tx, { to: 'kz', type, body: body as Json, handling: 'restricted' });
    }
  });
  await constellation.settle();
}

/** The codes of Kazakhstan's signed refusals, in the order they came back, of what is sent now. */
async function refusalsOf(bodies: readonly object[], type?: string): Promise<string[]> {
  const before = (await viewDeadLetters(india.database.db)).letters.length;
  await sendAltered(bodies, type);
  return (await viewDeadLetters(india.database.db)).letters.slice(before).map(({ code }) => code);
}

const day = (offset: number) => dayFrom(india.clock.now(), offset);

describe('what altered software sends', () => {
  test('lawful, is taken', async () => {
    const body = lawful('missing');
    expect(await refusalsOf([body])).toEqual([]);
    expect(await findReference(astana.author, body.reference)).toMatchObject({ owner: 'IN', status: 'in-force' });
  });

  test.each<[string, () => CirculatedAlert, (body: CirculatedAlert) => void, string]>([
    [
      'an arrest without a warrant',
      () => lawful('wanted-for-arrest'),
      ({ content }) => delete content.ground.warrant,
      'alerts.warrant-missing',
    ],
    [
      'an arrest for belief',
      () => lawful('wanted-for-arrest'),
      ({ content }) => Object.assign(content.ground.offence!, { conduct: 'belief-or-worship' }),
      'alerts.no-ground-of-belief',
    ],
    [
      'a discreet check of more than a year',
      () => lawful('discreet-check'),
      ({ content }) => Object.assign(content, { expiresOn: day(360) }),
      'alerts.discreet-too-long',
    ],
    [
      'another state’s passport',
      () => lawful('document-lost-stolen'),
      ({ content }) => Object.assign(content.subject, { issuer: 'KAZ' }),
      'alerts.document-of-another-state',
    ],
    [
      'an alert as if it were another state’s',
      () => lawful('missing'),
      (body) => Object.assign(body, { owner: 'CN', reference: `CN-2026-${number}` }),
      'alerts.owner-not-sender',
    ],
    [
      'an alert under another state’s reference',
      () => lawful('missing'),
      (body) => Object.assign(body, { reference: `CN-2026-${number}` }),
      'alerts.reference-of-another',
    ],
    [
      'what is no alert',
      () => lawful('missing'),
      ({ content }) => Object.assign(content, { verdict: 'guilty' }),
      'exchange.wrong-body',
    ],
  ])('%s is refused, signed, by the rule', async (_, write, doctor, code) => {
    const body = write();
    doctor(body);
    expect(await refusalsOf([body])).toEqual([code]);
    expect(await findReference(astana.author, body.reference)).toBeUndefined();
  });

  test('breaking any rule of the content, is refused by that very rule', async () => {
    const { categories } = await mustAlerts<{ categories: Parameters<typeof refusedAlert>[2]['categories'] }>(
      astana.author,
      'GET',
      '/catalogue',
    );
    const at = { now: india.clock.now(), state: { iso3: 'IND' }, categories };
    const rules = (Object.keys(CONTENT_RULES) as ContentRule[]).filter((rule) => {
      // Of who receives nothing is sent; later versions are weighed below; a receiver has no profile but its own.
      const { version, profile } = REFUSED[rule];
      return !rule.startsWith('audience-') && version === undefined && profile === undefined;
    });
    const bodies = rules.map((rule) => ({ ...lawful('missing'), content: refusedAlert(rule, 7, at).content }));
    const codes = await refusalsOf(bodies);
    expect(codes).toEqual(rules.map((rule) => `alerts.${rule}`));
  });

  test('is refused singly, however many lawful ones come with it; those are taken, a later version of one with the first', async () => {
    const [first, second] = [lawful('missing'), lawful('missing')];
    const unlawful = lawful('wanted-for-arrest');
    delete unlawful.content.ground.warrant;
    const note = 'Seen last at the station.';
    const amended = { ...first, revision: 6, version: 2, content: { ...first.content, note } };

    expect(await refusalsOf([first, unlawful, second, amended])).toEqual(['alerts.warrant-missing']);
    expect(await findReference(astana.author, unlawful.reference)).toBeUndefined();
    expect((await readReference(astana.author, second.reference)).steps).toHaveLength(1);
    const held = await readReference(astana.author, first.reference);
    expect(held.current?.content.note).toBe(note);
    expect(held.steps.map(({ step }) => step)).toEqual(['received', 'changed-by-owner']);
  });

  test('however many lawful ones come at once, each is held once, with its history', async () => {
    const bodies = Array.from({ length: 12 }, () => lawful('missing'));
    const again = bodies.map((body) => ({ ...body, revision: 6, version: 2 }));
    expect(await refusalsOf([...bodies, ...again])).toEqual([]);
    for (const { reference } of bodies) {
      const { current, steps } = await readReference(astana.author, reference);
      expect(current?.number).toBe(2);
      expect(steps).toHaveLength(2);
    }
  });

  test('the receipt quotes nothing of what is written about anybody', async () => {
    const body = lawful('wanted-for-arrest', { offence: 'terrorism' });
    const { offence } = body.content.ground;
    offence!.description = 'Published a newspaper article.';
    offence!.violentAct!.description = 'Published a newspaper article that harmed nobody in particular.';
    await sendAltered([body]);
    const letter = (await viewDeadLetters(india.database.db)).letters.at(-1)!;
    expect(letter.code).toBe('alerts.violent-act-of-speech');
    expect(letter.detail).not.toMatch(/newspaper|article/i);
    expect(letter.detail).toContain('/ground/offence/violentAct/description');
  });
});

describe('a later word on an alert that is held', () => {
  test('calling it an amendment opens nothing: its life is weighed anew', async () => {
    const body = lawful('missing');
    await sendAltered([body]);
    const longer = { ...body, revision: 9, version: 2, content: { ...body.content, expiresOn: day(2_000) } };
    expect(await refusalsOf([longer])).toEqual(['alerts.life-too-long']);
    const another = { ...body, revision: 9, version: 2, content: lawfulOf(india, 'witness', 1) };
    expect(await refusalsOf([another])).toEqual(['alerts.amendment-changes-category']);
    expect((await readReference(astana.author, body.reference)).current?.content).toEqual(body.content);
  });

  test('older than what is held is ignored, and accepted', async () => {
    const body = lawful('missing');
    const older = { ...body, revision: 3, content: { ...body.content, note: 'An older note.' } };
    expect(await refusalsOf([body, older])).toEqual([]);
    const { reference, revision } = body;
    expect(await refusalsOf([{ reference, revision: revision - 1, why: 'withdrawn' }], 'alerts.withdrawn')).toEqual([]);
    const held = await readReference(astana.author, reference);
    expect(held).toMatchObject({ status: 'in-force' });
    expect(held.current?.content.note).toBeUndefined();
  });

  test('deleted, is never taken in again, and nothing of what is said of it once more is kept', async () => {
    const body = lawful('missing');
    const { reference, revision } = body;
    await sendAltered([body]);
    await sendAltered([{ reference, revision: revision + 1 }], 'alerts.deleted');
    expect(await findReference(astana.author, reference)).toMatchObject({ status: 'deleted', name: '' });
    expect(await refusalsOf([{ ...body, revision: revision + 2 }])).toEqual(['alerts.erased-not-revived']);
    expect(await refusalsOf([body])).toEqual([]);
    const { rows } = await sql<{ kept: boolean }>`
      SELECT personal IS NOT NULL AS kept FROM exchange.inbox WHERE about = ${reference}`.execute(
      constellation.of('KZ').database.db,
    );
    expect(rows).toEqual([{ kept: false }, { kept: false }, { kept: false }]);
  });

  test('about an alert of the receiver’s own, or of a third, is refused; about one never held, accepted', async () => {
    const own = await issueAlert(astana.author, astana.reviewer, lawfulOf(constellation.of('KZ'), 'missing', 4));
    const withdrawal = (reference: string) => [{ reference, revision: 99, why: 'withdrawn' }];
    expect(await refusalsOf(withdrawal(own.reference), 'alerts.withdrawn')).toEqual(['alerts.reference-of-another']);
    expect(await refusalsOf(withdrawal('CN-2026-000001'), 'alerts.withdrawn')).toEqual(['alerts.reference-of-another']);
    expect(await refusalsOf(withdrawal('IN-2026-999999'), 'alerts.withdrawn')).toEqual([]);
    expect(await findReference(astana.author, own.reference)).toMatchObject({ status: 'in-force' });
  });

  test('suspended by a dispute, is silent here until it is restored', async () => {
    const body = lawful('document-lost-stolen');
    const { reference, revision } = body;
    await sendAltered([body]);
    await sendAltered([{ reference, revision: revision + 1 }], 'alerts.suspended');
    expect(await findReference(astana.author, reference)).toMatchObject({ status: 'suspended' });
    await sendAltered([{ reference, revision: revision + 2 }], 'alerts.restored');
    expect(await findReference(astana.author, reference)).toMatchObject({ status: 'in-force' });
  });

  test('a flag on an alert its sender was never sent is refused', async () => {
    const national = await issueAlert(astana.author, astana.reviewer, lawfulOf(constellation.of('KZ'), 'missing', 5));
    const flag = { reference: national.reference, why: 'other', action: null };
    expect(await refusalsOf([flag], 'alerts.flagged')).toEqual(['alerts.not-told']);
  });
});

test('the owner is told the rule a holder refused by', async () => {
  const body = lawful('wanted-for-arrest');
  delete body.content.ground.warrant;
  const { exchange } = india.node;
  const { id } = await india.database.db
    .transaction()
    .execute((tx) =>
      exchange.send(tx, { to: 'kz', type: 'alerts.circulated', body: body as Json, handling: 'restricted' }),
    );
  expect((await exchange.viewSent(india.database.db, [id])).get(id)).toMatchObject({ refusal: null });
  await constellation.settle();
  expect((await exchange.viewSent(india.database.db, [id])).get(id)).toMatchObject({
    state: 'refused',
    refusal: { code: 'alerts.warrant-missing', detail: expect.stringContaining('/ground/warrant') },
  });
});
