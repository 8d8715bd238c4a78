import type { AlertView } from '@entente/contracts/alerts/alert';
import type { CheckAnswer } from '@entente/contracts/screening';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { approveAlert, FOR_ALERTS, handIn, mustAlerts } from '@entente/testkit/alerts/alert-desk';
import {
  checkTraveller,
  inventTraveller,
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
import { filesFrom } from '@entente/testkit/constellation/files';
import { type Cast, castOf, lawfulOf } from '@entente/testkit/constellation/members';
import { type Browser, purposeHeaders } from '@entente/testkit/node';
import { mustScreening } from '@entente/testkit/screening/desk';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewDeadLetters } from '../../../exchange/index.ts';

const SOON = { timeout: 40_000 };
const AT_THE_BORDER = purposeHeaders('border-check', 'border-law');
const REASONS = { reasons: 'Compared with the file of our own service.' };

let constellation: Constellation;
let india: ConstellationNode;
let kz: ConstellationNode;
let delhi: Cast;
let astana: Cast;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN'] });
  [india, kz] = [constellation.of('IN'), constellation.of('KZ')];
  [delhi, astana] = [await castOf(india), await castOf(kz)];
}, 60_000);
afterAll(() => constellation.close());

const face = (width: number) =>
  sharp({ create: { width, height: 500, channels: 3, background: '#c9a58a' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Taken at home' } })
    .toBuffer();

/** Adds a photograph to the version being written. */
async function addPhotograph({ id, revision }: AlertView, width: number): Promise<AlertView> {
  const boundary = 'invented-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="face.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  const answer = await delhi.author.ask({
    method: 'POST',
    url: `/api/alerts/${id}/photographs?identity=0&revision=${revision}`,
    headers: { ...FOR_ALERTS, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), await face(width), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  expect(answer.statusCode).toBe(200);
  return answer.json<AlertView>();
}

let seed = 8_000;
function contentFor(traveller: Traveller) {
  seed += 1;
  const content = lawfulOf(india, 'wanted-for-arrest', seed, { kind: 'person' });
  return { ...content, subject: subjectFor(traveller), audience: { kind: 'all-members' as const } };
}

const approve = async (alert: AlertView) => {
  const approved = await approveAlert(delhi.reviewer, await handIn(delhi.author, alert));
  await constellation.settle();
  return approved;
};
/** An alert of India's in force with one photograph. */
async function issued(traveller: Traveller): Promise<AlertView> {
  const draft = await mustAlerts(delhi.author, 'POST', '', { content: contentFor(traveller) });
  return await approve(await addPhotograph(draft, 400));
}

/** How many photographs have come whole to Astana so far. */
async function received(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM audit.record WHERE event = 'exchange.attachment-received'`.execute(
    kz.database.db,
  );
  return rows[0]!.count;
}

const heldBy = (reference: string) => readReference(astana.author, reference);
const widthsAt = async (reference: string) => (await heldBy(reference)).photographs.map(({ width }) => width);
const look = (browser: Browser, { id, photographs }: AlertView, headers: Record<string, string>) =>
  browser.ask({ url: `/api/alerts/${id}/photographs/${photographs[0]!.id}`, headers });

describe('a photograph of an alert', () => {
  test('travels with it and is shown there as at home: watermarked, recorded, at the border while a case compares it', async () => {
    const traveller = inventTraveller(801);
    const { reference } = await issued(traveller);
    const held = await heldBy(reference);
    expect(held.photographs).toMatchObject([{ identity: 0, width: 400, height: 500 }]);
    const answer = await look(astana.author, held, FOR_ALERTS);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect((await sharp(answer.rawPayload).metadata()).exif).toBeUndefined();
    expect((await look(astana.border, held, AT_THE_BORDER)).statusCode).toBe(404);

    let check: CheckAnswer | undefined;
    await expect
      .poll(async () => {
        check = await checkTraveller(astana.border, traveller);
        return check.candidates.length;
      }, SOON)
      .toBeGreaterThan(0);
    const referral = { check: check!.id, direction: 'entry', place: 'Gate 1', held: false };
    const opened = await mustScreening<SecondLineView>(astana.border, 'POST', '/referrals', referral);
    expect(opened.alerts.flatMap(({ photographs }) => photographs)).toEqual([
      { id: held.photographs[0]!.id, identity: 0 },
    ]);
    expect((await look(astana.border, held, AT_THE_BORDER)).statusCode).toBe(200);
    const { rows } = await sql<{ event: string }>`
      SELECT event FROM audit.record WHERE event LIKE 'alerts.photograph-%' ORDER BY id`.execute(kz.database.db);
    expect(rows.map(({ event }) => event)).toEqual([
      'alerts.photograph-received',
      'alerts.photograph-viewed',
      'alerts.photograph-viewed',
    ]);
  });

  test('lies sealed at its holder, and not a second time as a file', async () => {
    const { rows } = await sql<{ personal: Buffer }>`SELECT personal FROM alerts.photograph`.execute(kz.database.db);
    expect(rows.length).toBeGreaterThan(0);
    for (const { personal } of rows) expect(personal.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
    const chunks = await sql`SELECT FROM exchange.file_chunk`.execute(kz.database.db);
    expect(chunks.rows).toEqual([]);
  });

  test('is replaced by an amendment: what it names again stays and is not pulled a second time, what it drops is gone', async () => {
    const alert = await issued(inventTraveller(802));
    const [first] = (await heldBy(alert.reference)).photographs;
    const before = await received();
    const amend = async (of: AlertView) =>
      await mustAlerts(delhi.author, 'POST', `/${of.id}/versions`, { revision: of.revision, kind: 'amendment' });
    const more = await approve(await addPhotograph(await amend(alert), 300));
    expect(await widthsAt(alert.reference)).toEqual([400, 300]);
    expect((await heldBy(alert.reference)).photographs[0]!.id).toBe(first!.id);
    const pulled = (await filesFrom(kz, india)).slice(-2);
    expect(pulled).toMatchObject([{ state: 'taken' }, { state: 'taken' }]);
    expect(await received()).toBe(before + 1);

    const again = await amend(more);
    const photograph = again.photographs.find(({ width }) => width === 400)!.id;
    const fewer = await mustAlerts(delhi.author, 'DELETE', `/${again.id}/photographs/${photograph}`, {
      revision: again.revision,
    });
    await approve(fewer);
    expect(await widthsAt(alert.reference)).toEqual([300]);
  });

  test('is deleted with the alert, at home and at every holder, also the file it travelled as', async () => {
    const alert = await issued(inventTraveller(803));
    expect(await widthsAt(alert.reference)).toEqual([400]);
    await stepOn(delhi.author, alert.reference, 'POST', 'withdrawal', { why: 'wrong-person', ...REASONS });
    await stepOn(delhi.author, alert.reference, 'POST', 'deletion', REASONS);
    await constellation.settle();
    for (const { database } of [india, kz]) {
      const { rows } = await sql`
        SELECT FROM alerts.photograph JOIN alerts.alert ON alert.id = photograph.alert
        WHERE alert.reference = ${alert.reference}`.execute(database.db);
      expect(rows).toEqual([]);
    }
    const { rows } = await sql<{ state: string; chunks: number }>`
      SELECT file.state, (SELECT count(*)::integer FROM exchange.file_chunk WHERE file = file.id) AS chunks
      FROM exchange.file JOIN exchange.enclosure ON enclosure.file = file.id JOIN exchange.outbox ON outbox.id = outbox
      ORDER BY outbox.ordinal DESC LIMIT 1`.execute(india.database.db);
    expect(rows).toEqual([{ state: 'erased', chunks: 0 }]);
  });
});

describe('altered software', () => {
  const bodyOf = (traveller: Traveller, photographs: object[]) => {
    seed += 1;
    const { audience: _, ...content } = contentFor(traveller);
    const inForceAt = india.clock.now().toISOString();
    return {
      reference: `IN-2026-${800_000 + seed}`,
      owner: 'IN',
      revision: 1,
      version: 1,
      inForceAt,
      content,
      photographs,
    };
  };
  const send = async (body: object, bytes: Buffer[]) => {
    const { db } = india.database;
    const files: string[] = [];
    for (const one of bytes) {
      const wish = { name: 'photograph.jpg', mediaType: 'image/jpeg' };
      files.push((await india.node.exchange.files.keep(db, [one], wish)).id);
    }
    const envelope = { to: 'kz', type: 'alerts.circulated', body: body as never, handling: 'restricted', files };
    await db.transaction().execute((tx) => india.node.exchange.send(tx, envelope));
    await constellation.settle();
  };

  test.each([
    ['nothing that is a picture', Buffer.from('MZ no picture'), 'alerts.photograph-unreadable'],
    ['a cut picture', undefined, 'alerts.photograph-unreadable'],
  ])('sends %s: the alert stands without it, and the sender is told why', async (_, bytes, code) => {
    const body = bodyOf(inventTraveller(seed), [{ id: crypto.randomUUID(), identity: 0 }]);
    await send(body, [bytes ?? (await face(200)).subarray(0, 500)]);
    expect(await heldBy(body.reference)).toMatchObject({ status: 'in-force', photographs: [] });
    expect((await filesFrom(kz, india)).at(-1)).toMatchObject({ state: 'refused', failure: code });
  });

  test.each([
    ['more photographs than files', [{ identity: 0 }, { identity: 0 }], 1],
    ['more files than photographs', [{ identity: 0 }], 2],
    ['a photograph of nobody', [{ identity: 7 }], 1],
  ])('names %s, and is refused by the rule', async (_, named, count) => {
    const photographs = named.map((one) => ({ id: crypto.randomUUID(), ...one }));
    await send(bodyOf(inventTraveller(seed), photographs), Array(count).fill(await face(100)));
    const { letters } = await viewDeadLetters(india.database.db);
    expect(letters.at(-1)?.code).toBe('alerts.photographs-not-enclosed');
  });
});
