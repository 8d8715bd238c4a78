import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatePrivateKey, publicKeyOf } from '../ed25519.ts';
import { signCheckpoint } from './checkpoint.ts';
import { cosign } from './cosignature.ts';
import { standingOf } from './standing.ts';
import { parseWitnessKey, witnessKeyOf } from './verifier-key.ts';

const STATES = ['cn', 'in', 'kg', 'kz', 'pk', 'ru', 'tj', 'uz'].map((state) => `${state}.example/witness`);
const keys = STATES.map(() => generatePrivateKey());
const members = STATES.map((name, at) => witnessKeyOf(name, publicKeyOf(keys[at]!)));
const head = { origin: 'kz.example/log', size: 7, root: new Uint8Array(32).fill(9) };
const note = signCheckpoint(head, generatePrivateKey());
const lines = STATES.map((name, at) => cosign(note, name, keys[at]!, 1_800_000_000 + at));
const badSignature = expect.objectContaining({ name: 'Refusal', code: 'bad-signature' });

test('a head stands when more than half of the members have cosigned it, whichever they are', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...STATES.keys()]), (signed) => {
      const cosigned = note + signed.map((at) => lines[at]).join('');
      expect(standingOf(cosigned, members)).toEqual({
        cosigned: STATES.filter((_, at) => signed.includes(at)),
        standing: signed.length >= 5,
      });
    }),
  );
});

test('half is no majority, one member alone is, and without members nothing stands', () => {
  expect(standingOf(note + lines.slice(0, 4).join(''), members).standing).toBe(false);
  expect(standingOf(note + lines[0], members.slice(0, 1)).standing).toBe(true);
  expect(standingOf(note + lines[0], [])).toEqual({ cosigned: [], standing: false });
});

test('those who are no members, suspended ones among them, neither help nor hinder', () => {
  const stranger = cosign(note, 'stranger.example', generatePrivateKey(), 1_800_000_000);
  const active = members.slice(3);
  expect(standingOf(note + lines.slice(0, 5).join('') + stranger, active)).toEqual({
    cosigned: STATES.slice(3, 5),
    standing: false,
  });
  const forged = cosign(note, STATES[0]!, generatePrivateKey(), 1_800_000_000);
  expect(standingOf(note + forged + lines.slice(3, 6).join(''), active).standing).toBe(true);
});

test('a bad signature by a member condemns the note, however many have signed it well', () => {
  const other = signCheckpoint({ ...head, size: 8 }, generatePrivateKey());
  const misplaced = cosign(other, STATES[7]!, keys[7]!, 1_800_000_000);
  expect(() => standingOf(note + lines.slice(0, 7).join('') + misplaced, members)).toThrow(badSignature);
});

test('a member counts once, though he signs at two times and with the old and the new key', () => {
  const renewed = generatePrivateKey();
  const twice = [...members, witnessKeyOf(STATES[0]!, publicKeyOf(renewed))];
  const again = cosign(note, STATES[0]!, keys[0]!, 1_800_000_060) + cosign(note, STATES[0]!, renewed, 1_800_000_061);
  expect(standingOf(note + lines.slice(0, 4).join('') + again, twice)).toEqual({
    cosigned: STATES.slice(0, 4),
    standing: false,
  });
  expect(standingOf(note + lines.slice(1, 5).join('') + again, twice).standing).toBe(true);
});

test("a signature repeated by a member who entered another's key as his own counts once", () => {
  const copied = members.with(1, witnessKeyOf(STATES[1]!, members[0]!.publicKey));
  const repeated = cosign(note, STATES[1]!, keys[0]!, 1_800_000_000);
  const signed = note + lines[0] + repeated + lines.slice(2, 5).join('');
  expect(standingOf(signed, copied)).toEqual({ cosigned: [STATES[0], ...STATES.slice(2, 5)], standing: false });
});

test('a head of a public log stands for three of its five witnesses, and for the fourth as well', () => {
  const { published } = JSON.parse(
    readFileSync(new URL('../../../../vectors/tlog/cosignatures.json', import.meta.url), 'utf8'),
  ) as { published: { note: string; witnesses: string[]; absentWitness: string } };
  const network = [...published.witnesses, published.absentWitness].map(parseWitnessKey);
  const four = network.slice(0, 4).map(({ name }) => name);
  expect(standingOf(published.note, network)).toEqual({ cosigned: four, standing: true });
});
