import type { Register } from '@entente/crypto/act/register';
import { generatePrivateKey, type PrivateKey, publicKeyOf } from '@entente/crypto/ed25519';
import { signCheckpoint } from '@entente/crypto/note/checkpoint';
import { cosign } from '@entente/crypto/note/cosignature';
import { parseNote } from '@entente/crypto/note/signed-note';
import { encodeVerifierKey, verifierKeyOf, witnessKeyOf } from '@entente/crypto/note/verifier-key';
import { sha256 } from '@entente/crypto/sha256';
import { describe, expect, test } from 'vitest';
import { headStanding } from './head-standing.ts';
import { onlyKnownSignatures } from './known-signatures.ts';
import { mergeNotes } from './merge-notes.ts';
import { witnessKeys } from './watched-log.ts';

const NOW = '2018-06-10T00:00:00.000Z';
const LOG = generatePrivateKey();
const KEYS = new Map(['kz', 'in', 'pk', 'cn', 'rats'].map((node) => [node, generatePrivateKey()]));
const note = signCheckpoint({ origin: 'kz/log', size: 7, root: sha256('root') }, LOG);
const line = (node: string, time = 1, key: PrivateKey = KEYS.get(node)!) => cosign(note, `${node}/witness`, key, time);

/** A register of four members with a node each, and a body's. */
function register(suspended?: string): Register {
  const members = ['KZ', 'IN', 'PK', 'CN'].map((state) => {
    const standing = state === suspended ? [{ status: 'suspended' as const, from: '2018-01-01T00:00:00.000Z' }] : [];
    return [state, { state, since: '2001-06-15T00:00:00.000Z', standing }] as const;
  });
  const nodes = [...KEYS].map(([id, key]) => {
    const witness = encodeVerifierKey(witnessKeyOf(`${id}/witness`, publicKeyOf(key)));
    const holder = id === 'rats' ? ('body' as const) : ('member' as const);
    return [id, { record: { id, holder, of: id.toUpperCase(), witness }, keys: [] }] as const;
  });
  return { members: new Map(members), nodes: new Map(nodes) } as unknown as Register;
}

describe('a head', () => {
  test('stands with more than half of the active members; a body cosigns and does not count', () => {
    expect(headStanding(register(), note + line('in') + line('pk') + line('rats'), NOW)).toEqual({
      cosignedBy: ['in', 'pk', 'rats'],
      standing: false,
    });
    expect(headStanding(register(), note + line('in') + line('pk') + line('cn'), NOW).standing).toBe(true);
  });

  test('gets no vote of a suspended member, who does not count among the members either', () => {
    expect(headStanding(register('CN'), note + line('in') + line('cn'), NOW).standing).toBe(false);
    expect(headStanding(register('CN'), note + line('in') + line('pk'), NOW).standing).toBe(true);
  });

  test('with a bad line in the name of a witness is vouched for by nobody', () => {
    const forged = line('cn', 1, generatePrivateKey());
    expect(headStanding(register(), note + line('in') + forged, NOW).cosignedBy).toEqual(['in']);
    const [, , encoded] = line('cn').trim().split(' ');
    const bytes = Buffer.from(encoded!, 'base64');
    bytes[bytes.length - 1]! ^= 1;
    const bad = `— cn/witness ${bytes.toString('base64')}\n`;
    expect(headStanding(register(), note + line('in') + bad, NOW)).toEqual({ cosignedBy: [], standing: false });
    const cleaned = onlyKnownSignatures(
      note + line('in') + bad,
      [verifierKeyOf('kz/log', publicKeyOf(LOG))],
      witnessKeys(register()),
    );
    expect(cleaned).toBe(note + line('in'));
  });
});

describe('two notes of one text', () => {
  test('become one with the signatures of both, of each witness the newer', () => {
    const merged = mergeNotes(note + line('in', 9), note + line('in', 5) + line('pk', 5));
    expect(merged).toBe(note + line('in', 9) + line('pk', 5));
    expect(parseNote(merged).signatures).toHaveLength(3);
  });

  test('are never merged when their texts differ', () => {
    const other = signCheckpoint({ origin: 'kz/log', size: 8, root: sha256('root') }, LOG);
    expect(() => mergeNotes(note, other)).toThrow('one text');
  });
});
