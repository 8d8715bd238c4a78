import { decodeKeyRing, type KeyRing } from '@entente/node/platform/sealing/key-ring';
import { fixedSource } from '@entente/node/platform/sealing/key-source';
import { createSealing, type Sealing } from '@entente/node/platform/sealing/sealing';

/** The keys of every test database, known to everyone; the same in each process, so that one reads what another wrote. */
export const TEST_KEYS = JSON.stringify({
  format: 'entente record keys 1',
  current: '00000001',
  keys: { '00000001': Buffer.alloc(32, 'a test key').toString('base64') },
  lookup: Buffer.alloc(32, 'a test lookup secret').toString('base64'),
});

export function testKeyRing(): KeyRing {
  return decodeKeyRing(TEST_KEYS);
}

/** Sealing with the keys of every test database. */
export function testSealing(): Sealing {
  return createSealing(fixedSource(testKeyRing()));
}
