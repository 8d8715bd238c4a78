import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes.ts';
import { generatePrivateKey, publicKeyOf } from '../ed25519.ts';
import { signCheckpoint } from '../note/checkpoint.ts';
import { cosign, readCosignatures } from '../note/cosignature.ts';
import { parseNote, signNote } from '../note/signed-note.ts';
import { verifierKeyOf, witnessKeyOf } from '../note/verifier-key.ts';
import type { Hash } from '../sha256.ts';
import { proveConsistency } from '../tlog/consistency.ts';
import { Frontier } from '../tlog/frontier.ts';
import { hashLeaf } from '../tlog/hash.ts';
import { type ReadHashes, rootOf } from '../tlog/subtrees.ts';
import { decideCosigning, type Head, type WitnessDecision, type WitnessedLog } from './decision.ts';
import type { WitnessRequest } from './request.ts';

const ORIGIN = 'kz.example/log';
const key = generatePrivateKey();
const keys = [verifierKeyOf(ORIGIN, publicKeyOf(key))];
const leavesOf = (count: number, mark = '') => Array.from({ length: count }, (_, at) => hashLeaf(`${mark}${at}`));
const sign = (size: number, root: Hash) => signCheckpoint({ origin: ORIGIN, size, root }, key);

function readFrom(leaves: Hash[]): ReadHashes {
  return async (subtrees) =>
    subtrees.map(({ level, index }) => {
      const frontier = new Frontier();
      for (const leaf of leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)) frontier.append(leaf);
      return frontier.root();
    });
}

async function headOf(leaves: Hash[], size = leaves.length): Promise<Head> {
  return { size, root: await rootOf(size, readFrom(leaves)) };
}

/** What a log over these leaves asks at `size`, with the proof it can give from `oldSize`. */
async function ask(leaves: Hash[], oldSize: number, size = leaves.length): Promise<WitnessRequest> {
  const { root } = await headOf(leaves, size);
  const proof = oldSize <= size ? await proveConsistency(oldSize, size, readFrom(leaves)) : [];
  return { oldSize, proof, note: sign(size, root) };
}

/** A witness that keeps what it is told to keep. */
class Witness {
  head: Head | undefined;
  readonly cosigned: Head[] = [];

  answer(request: WitnessRequest, log: Partial<WitnessedLog> = {}): WitnessDecision {
    const decision = decideCosigning(request, { origin: ORIGIN, keys, head: this.head, ...log });
    if (decision.decision === 'cosign') this.head = decision.head;
    if (decision.decision === 'cosign' || decision.decision === 'already-signed') this.cosigned.push(decision.head);
    return decision;
  }
}

const refusal = (reason: string) => ({ decision: 'refused', reason });

describe('an honest log', () => {
  test('is cosigned each time it grows, and when it asks for the same head again', async () => {
    const growth = fc.array(fc.nat(40), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(growth, async (steps) => {
        const witness = new Witness();
        let size = 0;
        for (const more of steps) {
          const again = witness.head !== undefined && more === 0;
          const request = await ask(leavesOf(size + more), size);
          expect(witness.answer(request).decision).toBe(again ? 'already-signed' : 'cosign');
          size += more;
        }
        expect(witness.head).toEqual(await headOf(leavesOf(size)));
      }),
      { numRuns: 40 },
    );
  });

  test('that has forgotten what was cosigned last is told the size, and is cosigned from there', async () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(60));
    await fc.assert(
      fc.asyncProperty(sizes, async ([first, more, guess]) => {
        const witness = new Witness();
        const whole = leavesOf(first + more);
        witness.answer(await ask(whole, 0, first));
        if (guess === first || guess > whole.length) return;
        expect(witness.answer(await ask(whole, guess))).toEqual({ decision: 'stale', size: first });
        const second = witness.answer(await ask(whole, first)).decision;
        expect(second).toBe(more === 0 ? 'already-signed' : 'cosign');
      }),
      { numRuns: 40 },
    );
  });
});

describe('a log that rewrites its past', () => {
  test('in any one leaf is refused at every later size, whatever proof it brings', async () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(50), fc.nat());
    await fc.assert(
      fc.asyncProperty(sizes, async ([first, more, pick]) => {
        const witness = new Witness();
        const honest = leavesOf(first + more);
        const rewritten = honest.with(pick % first, hashLeaf('rewritten'));
        witness.answer(await ask(honest, 0, first));
        const before = witness.head;
        const request = await ask(rewritten, first);
        const proofs = [request.proof, (await ask(honest, first)).proof, [], request.proof.slice(1)];
        for (const proof of proofs) {
          expect(witness.answer({ ...request, proof })).toEqual(refusal(more === 0 ? 'split-view' : 'inconsistent'));
        }
        expect(witness.head).toBe(before);
      }),
      { numRuns: 40 },
    );
  });

  test('and shows a second head of the size that was cosigned is found out, whatever it says it grew from', async () => {
    const witness = new Witness();
    witness.answer(await ask(leavesOf(9), 0));
    for (const oldSize of [0, 4, 9]) {
      expect(witness.answer(await ask(leavesOf(9, 'other '), oldSize))).toEqual(refusal('split-view'));
    }
  });

  test('by dropping its newest leaves is refused or told the size, never cosigned', async () => {
    const witness = new Witness();
    witness.answer(await ask(leavesOf(9), 0));
    expect(witness.answer(await ask(leavesOf(9), 9, 7))).toEqual(refusal('smaller-size'));
    expect(witness.answer(await ask(leavesOf(9), 5, 7))).toEqual({ decision: 'stale', size: 9 });
  });
});

describe('a witness', () => {
  test('never cosigns two roots for one size, nor a head that does not extend the one before, whoever asks', async () => {
    // Several histories that part at some leaf, all signed by the log's own key.
    const histories = [leavesOf(30), leavesOf(30, 'b '), [...leavesOf(12), ...leavesOf(18, 'c ')]];
    histories.push([...leavesOf(20), ...leavesOf(10, 'd ')]);
    const request = fc.record({
      history: fc.nat(3),
      proofFrom: fc.nat(3),
      size: fc.nat(30),
      oldSize: fc.option(fc.nat(30)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 25 }), async (requests) => {
        const witness = new Witness();
        for (const { history, proofFrom, size, oldSize } of requests) {
          const known = oldSize ?? witness.head?.size ?? 0;
          const { note } = await ask(histories[history]!, 0, size);
          const { proof } = await ask(histories[proofFrom]!, Math.min(known, size), size);
          witness.answer({ oldSize: known, proof, note });
        }
        const roots = new Map(witness.cosigned.map(({ size, root }) => [size, toHex(root)]));
        for (const { size, root } of witness.cosigned) expect(toHex(root)).toBe(roots.get(size));
        const sizes = witness.cosigned.map(({ size }) => size);
        expect(sizes).toEqual(sizes.toSorted((left, right) => left - right));
        const last = witness.cosigned.at(-1);
        const one = await Promise.all(
          histories.map(async (leaves) => {
            const heads = await Promise.all(sizes.map((size) => headOf(leaves, size)));
            return heads.every(({ root }, at) => toHex(root) === toHex(witness.cosigned[at]!.root));
          }),
        );
        // All it ever cosigned lies in one of the histories.
        if (last) expect(one).toContain(true);
      }),
      { numRuns: 60 },
    );
  });

  test('cosigns what it has decided to, and the log can show it', async () => {
    const witness = new Witness();
    const own = generatePrivateKey();
    const request = await ask(leavesOf(5), 0);
    expect(witness.answer(request).decision).toBe('cosign');
    const line = cosign(request.note, 'uz.example/witness', own, 1_800_000_000);
    const found = readCosignatures(request.note + line, [witnessKeyOf('uz.example/witness', publicKeyOf(own))]);
    expect(found).toMatchObject([{ valid: true, time: 1_800_000_000 }]);
  });

  test('knows a log by its origin and believes its keys alone', async () => {
    const request = await ask(leavesOf(5), 0);
    const witness = new Witness();
    const other = verifierKeyOf(ORIGIN, publicKeyOf(generatePrivateKey()));
    const misnamed = verifierKeyOf('uz.example/log', publicKeyOf(key));
    expect(decideCosigning(request, undefined)).toEqual(refusal('unknown-log'));
    expect(witness.answer(request, { origin: 'uz.example/log' })).toEqual(refusal('unknown-log'));
    for (const wrong of [[], [other], [misnamed]]) {
      expect(witness.answer(request, { keys: wrong })).toEqual(refusal('bad-signature'));
    }
    // A head of one log signed by another, under that other's name.
    const text = parseNote(request.note).text;
    const foreign = { ...request, note: signNote(text, 'uz.example/log', key) };
    expect(witness.answer(foreign, { keys: [misnamed] })).toEqual(refusal('bad-signature'));
    expect(witness.answer(request, { keys: [other, ...keys] }).decision).toBe('cosign');
  });

  test('refuses what is no request, and does not crash on it', async () => {
    const request = await ask(leavesOf(5), 0);
    const witness = new Witness();
    const hash = new Uint8Array(32);
    for (const broken of [
      { note: '' },
      { note: 'x\n\n' },
      { oldSize: -1 },
      { oldSize: 0.5 },
      { oldSize: Number.NaN },
      { oldSize: 2 ** 53 },
      { proof: Array.from({ length: 64 }, () => hash) },
      { proof: [hash.subarray(1)] },
    ]) {
      expect(witness.answer({ ...request, ...broken })).toEqual(refusal('malformed'));
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
        const note = request.note.slice(0, at % request.note.length) + text;
        for (const changed of [text, note, note + request.note]) witness.answer({ ...request, note: changed });
        expect(witness.cosigned.every(({ size }) => size === 5)).toBe(true);
      }),
    );
  });
});
