import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64, toHex } from '../bytes.ts';
import { generatePrivateKey, type PrivateKey, publicKeyOf } from '../ed25519.ts';
import type { Json } from '../json.ts';
import { encodeVerifierKey, verifierKeyOf, witnessKeyOf } from '../note/verifier-key.ts';
import type { RefusalCode } from '../refusal.ts';
import { generateOpeningKey, sealingKeyFor } from '../sealed-to/opening-key.ts';
import { encodeSealingKey } from '../sealed-to/sealing-key.ts';
import { ACT_FORMAT, type Act, hashStatement, readAct, type Statement, writeAct } from './act.ts';
import { giveConsent } from './consent.ts';
import { foldAct } from './fold.ts';
import { type NodeRecord, signingKeyId } from './node-record.ts';
import { activeMembers, isActiveAt, keyAt, keysInForce, type Register } from './register.ts';
import { foldActs, verifyRegisterFile, writeRegisterFile } from './register-file.ts';

const FOUNDED = '2026-01-01T00:00:00.000Z';
const LATER = '2026-02-01T00:00:00.000Z';
const LATEST = '2026-03-01T00:00:00.000Z';

const keys: Record<string, PrivateKey> = Object.fromEntries(
  ['KZ', 'CN', 'IN', 'PK', 'BY'].map((state) => [state, generatePrivateKey()]),
);
let certificates = 0;

function nodeOf(state: string, key = keys[state]!): NodeRecord {
  const id = state.toLowerCase();
  const log = encodeVerifierKey(verifierKeyOf(`${id}.example/log`, publicKeyOf(key)));
  return {
    id,
    holder: 'member',
    of: state,
    address: `${id}.example:9443`,
    signing: [toBase64(publicKeyOf(key))],
    sealing: [encodeSealingKey(sealingKeyFor(id, generateOpeningKey()))],
    tls: [toBase64(Buffer.from(`certificate ${certificates++}`))],
    log,
    witness: encodeVerifierKey(witnessKeyOf(`${id}.example/witness`, publicKeyOf(key))),
  };
}

function consented(statement: Statement, members: string[]): Act {
  const consents = members.map((member) =>
    giveConsent(statement, { member, node: member.toLowerCase(), at: FOUNDED, key: keys[member]! }),
  );
  return { statement, consents };
}

const founders = ['KZ', 'CN', 'IN', 'PK'];
const nodes = Object.fromEntries(founders.map((state) => [state, nodeOf(state)]));
const founding = consented(
  {
    format: ACT_FORMAT,
    organisation: 'sco',
    number: 1,
    previous: null,
    kind: 'founding',
    subject: 'sco',
    body: { members: founders, nodes: Object.values(nodes), treaties: [] } as unknown as Json,
    procedure: 'consensus',
    effectiveAt: FOUNDED,
  },
  founders,
);
const PIN = toHex(hashStatement(founding.statement));
const founded = foldActs([founding], PIN);

function next(change: Partial<Statement> & Pick<Statement, 'kind' | 'subject' | 'body' | 'procedure'>): Statement {
  return {
    format: ACT_FORMAT,
    organisation: 'sco',
    number: 2,
    previous: PIN,
    effectiveAt: LATER,
    ...change,
  };
}

const suspension = next({
  kind: 'suspension',
  subject: 'PK',
  body: { reason: 'invented for the test' },
  procedure: 'consensus-without-the-member',
});
const accession = next({
  kind: 'accession',
  subject: 'BY',
  body: { nodes: [nodeOf('BY')] } as unknown as Json,
  procedure: 'consensus',
});

function refusedAs(code: RefusalCode, act: Act, before: Register | null = founded): void {
  expect(() => foldAct(before, act)).toThrow(expect.objectContaining({ code }));
}

describe('the founding act', () => {
  test('signed by every founder, founds the register', () => {
    expect(founded.head).toEqual({ number: 1, hash: PIN });
    expect(activeMembers(founded, FOUNDED)).toEqual(founders);
    expect(keysInForce(founded, 'kz', 'signing', FOUNDED)).toHaveLength(1);
  });

  test.each(founders)('without the consent of %s founds nothing', (absent) => {
    const act = { ...founding, consents: founding.consents.filter(({ member }) => member !== absent) };
    refusedAs('missing-consent', act, null);
  });

  test('of another organisation than the pinned one is refused', () => {
    expect(() => foldActs([founding], 'a'.repeat(64))).toThrow(expect.objectContaining({ code: 'broken-chain' }));
  });

  test('that leaves a founder without a node is refused', () => {
    const body = { members: founders, nodes: [nodes.KZ, nodes.CN, nodes.IN], treaties: [] } as unknown as Json;
    const statement = { ...founding.statement, body };
    refusedAs('unlawful-act', consented(statement, founders), null);
  });
});

describe('an act that follows', () => {
  test('admits a state by consensus', () => {
    const after = foldAct(founded, consented(accession, founders));
    expect(isActiveAt(after, 'BY', LATER)).toBe(true);
    expect(isActiveAt(after, 'BY', FOUNDED)).toBe(false);
    expect(after.nodes.get('by')?.record.address).toBe('by.example:9443');
    expect(founded.members.has('BY')).toBe(false);
  });

  test('suspends a member from its moment on, without that member, and reinstates it', () => {
    const after = foldAct(founded, consented(suspension, ['KZ', 'CN', 'IN']));
    expect(isActiveAt(after, 'PK', '2026-01-31T23:59:59.999Z')).toBe(true);
    expect(isActiveAt(after, 'PK', LATER)).toBe(false);
    const back = next({
      number: 3,
      previous: after.head.hash,
      kind: 'reinstatement',
      subject: 'PK',
      body: { reason: 'over' },
      procedure: 'consensus-without-the-member',
      effectiveAt: LATEST,
    });
    expect(isActiveAt(foldAct(after, consented(back, ['KZ', 'CN', 'IN'])), 'PK', LATEST)).toBe(true);
  });

  test('needs no consent of a suspended member', () => {
    const after = foldAct(founded, consented(suspension, ['KZ', 'CN', 'IN']));
    const later = { ...accession, number: 3, previous: after.head.hash, effectiveAt: LATEST };
    expect(foldAct(after, consented(later, ['KZ', 'CN', 'IN'])).members.has('BY')).toBe(true);
  });

  test.each([
    ['with a number used before', { number: 1 }, 'broken-chain'],
    ['with a number left out', { number: 3 }, 'broken-chain'],
    ['with another act before it', { previous: 'b'.repeat(64) }, 'broken-chain'],
    ['with no act before it', { previous: null }, 'broken-chain'],
    ['of another organisation', { organisation: 'other' }, 'broken-chain'],
    ['that founds once more', { kind: 'founding' }, 'broken-chain'],
    ['by a procedure not open to it', { procedure: 'majority-with-the-member' }, 'unlawful-act'],
    ['about a member as if it were new', { subject: 'KZ' }, 'unlawful-act'],
  ] as [string, Partial<Statement>, RefusalCode][])('%s is refused', (_, change, code) => {
    refusedAs(code, consented({ ...accession, ...change }, founders));
  });

  test('with a missing consent is refused, whoever is missing', () => {
    for (const absent of founders) {
      refusedAs(
        'missing-consent',
        consented(
          accession,
          founders.filter((state) => state !== absent),
        ),
      );
    }
  });

  test('with a consent given twice, for another statement, by a stranger or with a foreign key is refused', () => {
    const good = consented(accession, founders);
    refusedAs('bad-consent', { ...good, consents: [...good.consents, good.consents[0]!] });
    refusedAs('bad-consent', { ...good, consents: consented(suspension, founders).consents });
    const stranger = giveConsent(accession, { member: 'BY', node: 'by', at: LATER, key: keys.BY! });
    refusedAs('bad-consent', { ...good, consents: [...good.consents, stranger] });
    const forged = giveConsent(accession, { member: 'KZ', node: 'kz', at: LATER, key: keys.CN! });
    refusedAs('bad-consent', { ...good, consents: [forged, ...good.consents.slice(1)] });
    const lent = giveConsent(accession, { member: 'KZ', node: 'cn', at: LATER, key: keys.CN! });
    refusedAs('bad-consent', { ...good, consents: [lent, ...good.consents.slice(1)] });
  });

  test('is the same act whatever the order of its consents', () => {
    const forward = foldAct(founded, consented(accession, founders));
    const backward = foldAct(founded, consented(accession, [...founders].reverse()));
    expect(backward.head).toEqual(forward.head);
  });
});

describe('a node’s new key', () => {
  const fresh = generatePrivateKey();
  const record = { ...nodeOf('KZ', fresh), log: nodes.KZ!.log, witness: nodes.KZ!.witness };
  const oldId = signingKeyId(publicKeyOf(keys.KZ!));
  const change = (body: object) =>
    next({ kind: 'node', subject: 'kz', body: body as Json, procedure: 'majority-with-the-member' });
  const overlapMs = 24 * 3_600_000;

  test('is in force by a majority with the member concerned; the old one holds on for the overlap', () => {
    const after = foldAct(founded, consented(change({ node: record }), ['KZ', 'CN', 'IN']));
    const old = { node: 'kz', use: 'signing' as const, id: oldId };
    expect(keyAt(after, old, { moment: FOUNDED, overlapMs })).toBeDefined();
    expect(keyAt(after, old, { moment: '2026-02-01T23:59:59.999Z', overlapMs })).toBeDefined();
    expect(keyAt(after, old, { moment: '2026-02-02T00:00:00.000Z', overlapMs })).toBeUndefined();
    expect(keysInForce(after, 'kz', 'signing', LATER).map(({ id }) => id)).toEqual([signingKeyId(publicKeyOf(fresh))]);
  });

  test('a revoked key holds for nothing from the act’s moment on', () => {
    const after = foldAct(founded, consented(change({ node: record, revoked: [oldId] }), ['KZ', 'CN', 'IN']));
    const old = { node: 'kz', use: 'signing' as const, id: oldId };
    expect(keyAt(after, old, { moment: '2026-01-31T00:00:00.000Z', overlapMs })).toBeDefined();
    expect(keyAt(after, old, { moment: LATER, overlapMs })).toBeUndefined();
  });

  test('a revoked certificate too, by its fingerprint', () => {
    const [, id] = founded.nodes
      .get('kz')!
      .keys.filter(({ use }) => use !== 'sealing')
      .map((key) => key.id);
    const after = foldAct(founded, consented(change({ node: record, revoked: [id] }), ['KZ', 'CN', 'IN']));
    expect(keyAt(after, { node: 'kz', use: 'tls', id: id! }, { moment: LATER, overlapMs })).toBeUndefined();
  });

  test('is refused without a majority, and without the member concerned', () => {
    refusedAs('missing-consent', consented(change({ node: record }), ['KZ', 'CN']));
    refusedAs('missing-consent', consented(change({ node: record }), ['PK', 'CN', 'IN']));
  });

  test('of a member that is suspended needs all the others, and not the member', () => {
    const after = foldAct(founded, consented(suspension, ['KZ', 'CN', 'IN']));
    const renewal = next({
      number: 3,
      previous: after.head.hash,
      kind: 'node',
      subject: 'pk',
      body: { node: { ...nodes.PK!, address: 'pk-new.example:9443' } } as unknown as Json,
      procedure: 'majority-with-the-member',
      effectiveAt: LATEST,
    });
    refusedAs('missing-consent', consented(renewal, ['KZ', 'CN']), after);
    const renewed = foldAct(after, consented(renewal, ['KZ', 'CN', 'IN']));
    expect(renewed.nodes.get('pk')?.record.address).toBe('pk-new.example:9443');
  });

  test('judges later consents: the retired key signs no more', () => {
    const after = foldAct(founded, consented(change({ node: record }), ['KZ', 'CN', 'IN']));
    const act = consented({ ...accession, number: 3, previous: after.head.hash }, founders);
    refusedAs('bad-consent', act, after);
    const renewed = giveConsent(act.statement, { member: 'KZ', node: 'kz', at: LATER, key: fresh });
    expect(foldAct(after, { ...act, consents: [renewed, ...act.consents.slice(1)] }).members.has('BY')).toBe(true);
  });

  test('a retired key does not come back, and a node does not change hands', () => {
    const after = foldAct(founded, consented(change({ node: record }), ['KZ', 'CN', 'IN']));
    const again = { ...change({ node: nodes.KZ! }), number: 3, previous: after.head.hash };
    const renewed = giveConsent(again, { member: 'KZ', node: 'kz', at: LATER, key: fresh });
    const others = consented(again, ['CN', 'IN']).consents;
    refusedAs('unlawful-act', { statement: again, consents: [renewed, ...others] }, after);
    refusedAs('unlawful-act', consented(change({ node: { ...record, of: 'CN' } }), ['KZ', 'CN', 'IN']));
  });
});

describe('a register file', () => {
  const acts = [founding, consented(suspension, ['KZ', 'CN', 'IN'])];
  const file = writeRegisterFile('sco', acts);

  test('proves itself to whoever knows the pin', () => {
    expect(verifyRegisterFile(file, PIN).register.head.number).toBe(2);
  });

  test('no changed character goes unseen', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.constantFrom('a', '0', 'Z', '"', '\n'), (at, character) => {
        fc.pre(file[at] !== character);
        const changed = file.slice(0, at) + character + file.slice(at + 1);
        expect(() => verifyRegisterFile(changed, PIN)).toThrow();
      }),
    );
  });

  test('without its last act it is valid to there', () => {
    expect(verifyRegisterFile(writeRegisterFile('sco', acts.slice(0, 1)), PIN).register.head.number).toBe(1);
  });

  test('an act reads back as it was written, and nothing at all crashes the reader', () => {
    expect(readAct(writeAct(acts[1]!))).toEqual(acts[1]);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => readAct(text)).toThrow(expect.objectContaining({ name: 'Refusal' }));
      }),
    );
  });
});
