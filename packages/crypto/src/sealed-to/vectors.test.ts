import { readFileSync } from 'node:fs';
import { oraclePublicKey, oracleReceiver, oracleSender } from '@entente/testkit/hpke-oracle';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes.ts';
import { openingKeyOf, sealingKeyFor } from './opening-key.ts';
import type { SealPlace } from './place.ts';
import { addresseeOf, openWith, sealTo } from './seal-to.ts';
import { encodeSealingKey, parseSealingKey } from './sealing-key.ts';

interface Vectors {
  keys: { name: string; seed: string; id: string; sealingKey: string }[];
  seals: { key: string; place: SealPlace; plaintext: string; randomness: string; sealed: string }[];
  refused: {
    seals: {
      title: string;
      code: string;
      cut?: number;
      append?: string;
      replace?: { at: number; bytes: string };
      place?: SealPlace;
      key?: string;
    }[];
    sealingKeys: { title: string; text: string; code: string }[];
  };
}

const { keys, seals, refused }: Vectors = JSON.parse(
  readFileSync(new URL('../../../../vectors/hpke/seals.json', import.meta.url), 'utf8'),
);
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const keyNamed = (name: string) => keys.find((key) => key.name === name)!;
const openerNamed = (name: string) => openingKeyOf(bytes(keyNamed(name).seed));
const own = (part: Uint8Array) => Uint8Array.from(part).buffer;

describe('conformance vectors', () => {
  test.each(keys)('key $name', ({ name, seed, id, sealingKey }) => {
    const key = openingKeyOf(bytes(seed));
    expect(toHex(key.id)).toBe(id);
    expect(encodeSealingKey(sealingKeyFor(name, key))).toBe(sealingKey);
    expect(encodeSealingKey(parseSealingKey(sealingKey))).toBe(sealingKey);
  });

  test.each(seals)('$place.info for $key opens', ({ key, place, plaintext, sealed }) => {
    expect(toHex(addresseeOf(bytes(sealed)).keyId)).toBe(keyNamed(key).id);
    expect(Buffer.from(openWith(openerNamed(key), place, bytes(sealed))).toString()).toBe(plaintext);
  });

  test.each(seals)('$place.info for $key is what the other implementation makes', async (vector) => {
    const { seed, id } = keyNamed(vector.key);
    const head = Buffer.from(`01647a00010002${id}`, 'hex');
    const info = Buffer.concat([Buffer.from('entente-seal'), head, Buffer.from(vector.place.info)]);
    const sender = await oracleSender(oraclePublicKey(bytes(seed)), info, bytes(vector.randomness));
    const ct = await sender.seal(own(Buffer.from(vector.plaintext)), own(Buffer.from(vector.place.aad)));
    expect(toHex(Buffer.concat([head, new Uint8Array(sender.enc), new Uint8Array(ct)]))).toBe(vector.sealed);
  });

  test.each(seals)('the other implementation opens $place.info sealed by us to $key', async (vector) => {
    const { seed, id, sealingKey } = keyNamed(vector.key);
    const sealed = sealTo(parseSealingKey(sealingKey), vector.place, Buffer.from(vector.plaintext));
    const head = Buffer.from(`01647a00010002${id}`, 'hex');
    expect(toHex(sealed.subarray(0, 15))).toBe(toHex(head));
    const info = Buffer.concat([Buffer.from('entente-seal'), head, Buffer.from(vector.place.info)]);
    const receiver = await oracleReceiver(sealed.subarray(15, 1135), bytes(seed), info);
    const opened = await receiver.open(own(sealed.subarray(1135)), own(Buffer.from(vector.place.aad)));
    expect(Buffer.from(opened).toString()).toBe(vector.plaintext);
  });

  test.each(refused.seals)('a seal is refused: $title', ({ code, cut, append, replace, place, key }) => {
    const [seal] = seals;
    let sealed: Uint8Array = bytes(seal!.sealed);
    if (cut !== undefined) sealed = sealed.subarray(0, cut);
    if (append !== undefined) sealed = Buffer.concat([sealed, bytes(append)]);
    if (replace !== undefined) sealed.set(bytes(replace.bytes), replace.at);
    expect(() => openWith(openerNamed(key ?? seal!.key), place ?? seal!.place, sealed)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test.each(refused.sealingKeys)('a sealing key is refused: $title', ({ text, code }) => {
    expect(() => parseSealingKey(text)).toThrow(expect.objectContaining({ code }));
  });
});
