import { randomBytes } from 'node:crypto';
import { SUITES, type Suite } from '@entente/crypto/hpke/suite';
import { generateOpeningKey, type OpeningKey, sealingKeyFor } from '@entente/crypto/sealed-to/opening-key';
import type { SealPlace } from '@entente/crypto/sealed-to/place';
import { openWith, sealTo } from '@entente/crypto/sealed-to/seal-to';
import { oracleReceiver, oracleSender } from '@entente/testkit/hpke-oracle';
import type { BenchOptions, Row } from './row.ts';
import { NOBLE_X_WING } from './seals/noble-kem.ts';
import { rates, type Work } from './seals/rounds.ts';

/** The query of a border check, and the envelope the design measures by. */
const SIZES = [400, 4096];
const PLACE: SealPlace = { info: 'screening.query', aad: '01890a5d-ac96-774b-bcce-b302099a8057' };

/**
 * What a seal costs, one after another on one core, per suite: beside ours the same seal with the KEM of @noble/post-quantum
 * in the place of Node's, and all of HPKE by @hpke/core (WebCrypto) over that KEM.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const rounds = quick ? 1 : 15;
  const roundMs = quick ? 50 : 250;
  const rows: Row[] = [];
  for (const suite of SUITES) {
    const key = { ...generateOpeningKey(), suite };
    log(`${suite.name}, its KEM`);
    for (const [metric, work] of Object.entries(kemWork(key))) {
      rows.push(rowOf(suite, metric, await rates(work, rounds, roundMs)));
    }
    for (const bytes of SIZES) {
      log(`${suite.name}, ${bytes} bytes`);
      for (const [verb, work] of Object.entries(await sealWork(key, randomBytes(bytes)))) {
        rows.push(rowOf(suite, `${verb}_${bytes}_bytes`, await rates(work, rounds, roundMs)));
      }
    }
  }
  return rows;
}

type Compared = Record<string, Work>;

function kemWork({ suite, privateKey, seed }: OpeningKey): Record<string, Compared> {
  const publicKey = suite.kem.readPublicKey(privateKey.publicKey);
  const noblePublic = NOBLE_X_WING.readPublicKey(privateKey.publicKey);
  const noblePrivate = NOBLE_X_WING.readPrivateKey(seed.export());
  const { enc } = publicKey.encapsulate();
  return {
    encapsulate: { ours: () => publicKey.encapsulate(), '@noble': () => noblePublic.encapsulate() },
    decapsulate: { ours: () => privateKey.decapsulate(enc), '@noble': () => noblePrivate.decapsulate(enc) },
  };
}

async function sealWork(key: OpeningKey, plaintext: Uint8Array): Promise<Record<string, Compared>> {
  const sealingKey = sealingKeyFor('bench.localhost', key);
  const nobleSealing = { ...sealingKey, publicKey: NOBLE_X_WING.readPublicKey(key.privateKey.publicKey) };
  const nobleOpening = { ...key, privateKey: NOBLE_X_WING.readPrivateKey(key.seed.export()) };
  const sealed = sealTo(sealingKey, PLACE, plaintext);
  if (Buffer.compare(openWith(nobleOpening, PLACE, sealed), plaintext) !== 0) throw new Error('a seal that is none');

  const info = Buffer.from(PLACE.info);
  const aad = ownBuffer(Buffer.from(PLACE.aad));
  const content = ownBuffer(plaintext);
  const sendPurely = async () => {
    const sender = await oracleSender(key.privateKey.publicKey, info);
    return { enc: new Uint8Array(sender.enc), ct: await sender.seal(content, aad) };
  };
  const theirs = await sendPurely();
  return {
    seal: {
      ours: () => sealTo(sealingKey, PLACE, plaintext),
      "@noble's KEM": () => sealTo(nobleSealing, PLACE, plaintext),
      '@hpke/core': sendPurely,
    },
    open: {
      ours: () => openWith(key, PLACE, sealed),
      "@noble's KEM": () => openWith(nobleOpening, PLACE, sealed),
      '@hpke/core': async () => (await oracleReceiver(theirs.enc, key.seed.export(), info)).open(theirs.ct, aad),
    },
  };
}

function rowOf(suite: Suite, work: string, { ours = 0, ...peers }: Record<string, number>): Row {
  const metric = `${suite.name.replaceAll('-', '_')}_${work}_per_second`;
  return { metric, value: ours, unit: '/s', better: 'higher', budget: null, peers };
}

/** The bytes in a buffer of their own, as WebCrypto wants them. */
function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
