import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, onTestFinished } from 'vitest';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

const folder = mkdtempSync('/tmp/entente-small-disk-');
const disk = mountSmallDisk(folder);
const test = base.skipIf(disk === undefined);

test('a disk is filled while somebody writes to it as fast as he can, and he is told that it is full', async () => {
  const { fill } = use(disk!);
  const writer = spawn('dd', ['if=/dev/zero', `of=${join(folder, 'written')}`, 'bs=256k', 'count=4000'], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  let said = '';
  writer.stderr.on('data', (piece) => {
    said += piece;
  });
  const closed = once(writer, 'close');
  await once(writer, 'spawn');
  fill();
  const [code] = await closed;
  expect(said).toMatch(/No space left on device/);
  expect(code).toBe(1);
});

function use(mounted: SmallDisk): SmallDisk {
  onTestFinished(() => {
    mounted.unmount();
    rmSync(folder, { recursive: true });
  });
  return mounted;
}
