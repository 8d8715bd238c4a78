import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ImportView, ListView } from '../../packages/contracts/src/alerts.ts';
import type { RecordPage } from '../../packages/contracts/src/audit.ts';
import type { PassengerListView } from '../../packages/contracts/src/screening/passenger-list.ts';
import type { ScreeningFigures } from '../../packages/contracts/src/screening/shift.ts';
import { ApiOfficer, asUpload } from './api-officer.ts';
import { writeLongList } from './invented-list.ts';
import { pause, RunningNode } from './running-node.ts';

test.describe.configure({ mode: 'serial' });

const node = new RunningNode(9188);
const PASSENGER_LISTS = '/api/screening/passenger-lists';

test.beforeAll(async () => {
  test.setTimeout(120_000);
  await node.start();
});

test.afterAll(async () => {
  await node.stop();
  node.remove();
});

test('an import cut off by a power cut leaves nothing half done', async () => {
  test.setTimeout(120_000);
  const officer = await ApiOfficer.signIn(node.port, 'contact-point-officer');
  const before = await subjectsOn(officer, 'un-sc');
  const { body, type } = asUpload('long.xml', writeLongList(40_000));
  const accepted = await officer.call('POST', '/api/alerts/imports?format=un-sc', body, 'list-maintenance', type);
  expect(accepted.status, accepted.text).toBe(202);
  const { id } = JSON.parse(accepted.text) as ImportView;
  await untilUnderWay(officer, id);
  await node.stop('SIGKILL');

  await node.start();
  const again = await ApiOfficer.signIn(node.port, 'contact-point-officer');
  expect(await subjectsOn(again, 'un-sc')).toBe(before);
  const view = JSON.parse(
    (await again.call('GET', `/api/alerts/imports/${id}`, undefined, 'list-maintenance')).text,
  ) as ImportView;
  expect(view.state).toBe('failed');
  expect(view.failure).not.toBeNull();
});

test('a passenger list goes on after a power cut where it stood: everybody is checked, nobody twice', async () => {
  test.setTimeout(120_000);
  const officer = await ApiOfficer.signIn(node.port, 'border-officer');
  const people = Array.from({ length: 300 }, (_, at) => ({
    family: `Nowherekin${at.toString(36)}`,
    given: 'Nobody',
    birthDate: `19${50 + (at % 50)}-02-03`,
  }));
  const taken = await officer.call('POST', PASSENGER_LISTS, { people }, 'border-check');
  expect(taken.status, taken.text).toBe(202);
  const { id } = JSON.parse(taken.text) as PassengerListView;
  const view = async () =>
    JSON.parse(
      (await officer.call('GET', `${PASSENGER_LISTS}/${id}`, undefined, 'border-check')).text,
    ) as PassengerListView;
  await expect.poll(async () => (await view()).checked, { intervals: [20] }).toBeGreaterThan(5);
  await node.stop('SIGKILL');

  await node.start();
  const { checked, state } = await view();
  expect([state, checked < 300]).toEqual(['running', true]);
  await expect.poll(async () => (await view()).state, { timeout: 60_000 }).toBe('done');
  expect(await view()).toMatchObject({ persons: 300, checked: 300, noHits: 300, waiting: 0, notReached: 0 });
  const oversight = await ApiOfficer.signIn(node.port, 'oversight-officer');
  const { officers } = JSON.parse(
    (await oversight.call('GET', '/api/screening/figures', undefined, 'oversight')).text,
  ) as ScreeningFigures;
  expect(officers.map(({ listed }) => listed)).toEqual([300]);
});

test('the same list goes in afterwards, and a second time nothing changes', async () => {
  test.setTimeout(120_000);
  const file = join(node.folder, 'list.xml');
  writeFileSync(file, writeLongList(500));
  const first = await node.entente('lists', 'import', '--format', 'un-sc', '--json', file);
  expect(first.code, first.err).toBe(0);
  expect(importIn(first.out).counts).toMatchObject({ read: 500, added: 500, removed: 0, refused: 0 });
  const second = await node.entente('lists', 'import', '--format', 'un-sc', '--json', file);
  expect(importIn(second.out).counts).toMatchObject({
    read: 500,
    added: 0,
    unchanged: 500,
    removed: 0,
  });
});

test('the whole log verifies offline, and the proof of one record on a machine with only Node', async () => {
  const verified = await node.entente('audit', 'verify');
  expect(verified.code, verified.out + verified.err).toBe(0);

  const officer = await ApiOfficer.signIn(node.port, 'oversight-officer');
  // The newest wait up to a second for their place in the tree.
  const page = JSON.parse(
    (await officer.call('GET', '/api/audit/records?limit=100', undefined, 'oversight')).text,
  ) as RecordPage;
  const record = page.records.find((one) => one.index !== null)!;
  const proof = join(node.folder, 'proof.json');
  const proved = await node.entente('audit', 'prove', record.content.id, '--out', proof);
  expect(proved.code, proved.err).toBe(0);
  expect((await runVerifier(proof)).code).toBe(0);
  writeFileSync(
    proof,
    readFileSync(proof, 'utf8')
      .replace('"outcome":"done"', '"outcome":"refused"')
      .replace('"outcome": "done"', '"outcome": "refused"'),
  );
  expect((await runVerifier(proof)).code).not.toBe(0);
});

test('the node stops cleanly and finds its data again', async () => {
  await node.stop();
  await node.start();
  const officer = await ApiOfficer.signIn(node.port, 'contact-point-officer');
  expect(await subjectsOn(officer, 'un-sc')).toBe(500);
  await node.stop();
  const verified = await node.entente('audit', 'verify');
  expect(verified.code, verified.out + verified.err).toBe(0);
});

/** The verifier alone, in an empty environment, as a stranger would run it. */
function runVerifier(proof: string): Promise<{ code: number }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['entente-verify.mjs', 'proof', proof], { env: {} }, (error) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0 });
    });
  });
}

async function subjectsOn(officer: ApiOfficer, list: string): Promise<number> {
  const lists = JSON.parse((await officer.call('GET', '/api/alerts/lists')).text) as ListView[];
  const counts = lists.find((one) => one.id === list)?.counts;
  return counts ? Object.values(counts).reduce((sum, count) => sum + count, 0) : -1;
}

/** Waits until some of the file has been read but the import has not ended. */
async function untilUnderWay(officer: ApiOfficer, id: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const view = JSON.parse(
      (await officer.call('GET', `/api/alerts/imports/${id}`, undefined, 'list-maintenance')).text,
    ) as ImportView;
    if (view.state !== 'reading' && view.state !== 'applying')
      throw new Error(`the import had already ended: ${view.state}`);
    if (view.counts.read > 1000) return;
    await pause(20);
  }
  throw new Error('the import did not get under way');
}

function importIn(output: string): ImportView {
  return (JSON.parse(output) as { import: ImportView }).import;
}
