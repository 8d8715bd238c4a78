import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseVerifierKey } from '../note/verifier-key.ts';
import { decideCosigning, type Head, type WitnessDecision } from './decision.ts';
import { parseWitnessRequest, writeWitnessRequest } from './request.ts';

interface Step {
  title: string;
  body: string;
  status: number;
  decision: string;
  size?: number;
  reason?: string;
}
interface Vectors {
  published: { logKey: string; steps: Step[] };
  made: { logKey: string; steps: Step[] };
  malformed: { title: string; body: string }[];
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../vectors/tlog/witness.json', import.meta.url), 'utf8'),
);

/** What the standard answers by HTTP; the table that `WitnessRefusal` describes. */
const STATUS: Record<string, number> = {
  cosign: 200,
  'already-signed': 200,
  stale: 409,
  malformed: 400,
  'unknown-log': 404,
  'bad-signature': 403,
  'smaller-size': 400,
  'split-view': 409,
  inconsistent: 422,
};

/** Each step meets the head that the one before it left behind. */
function answers({ logKey, steps }: Vectors['made']): WitnessDecision[] {
  const key = parseVerifierKey(logKey);
  let head: Head | undefined;
  return steps.map(({ body }) => {
    const decision = decideCosigning(parseWitnessRequest(body), { origin: key.name, keys: [key], head });
    if (decision.decision === 'cosign') head = decision.head;
    return decision;
  });
}

function summary(decision: WitnessDecision): Partial<Step> {
  switch (decision.decision) {
    case 'stale':
      return { decision: 'stale', size: decision.size };
    case 'refused':
      return { decision: 'refused', reason: decision.reason };
    default:
      return { decision: decision.decision, size: decision.head.size };
  }
}

describe.each(['published', 'made'] as const)('%s requests', (which) => {
  const decisions = answers(vectors[which]);
  test.each(vectors[which].steps.map((step, at) => ({ ...step, given: decisions[at]! })))('$title', (step) => {
    const { given, status, decision, size, reason } = step;
    expect(summary(given)).toEqual({ decision, size, reason });
    expect(STATUS[given.decision === 'refused' ? given.reason : given.decision]).toBe(status);
  });
});

describe('the body of a request', () => {
  test.each([...vectors.published.steps, ...vectors.made.steps])('reads and writes back: $title', ({ body }) => {
    expect(writeWitnessRequest(parseWitnessRequest(body))).toBe(body);
  });

  test.each(vectors.malformed)('is refused: $title', ({ body }) => {
    expect(() => parseWitnessRequest(body)).toThrow(expect.objectContaining({ code: 'malformed-request' }));
  });

  test('that anything at all stands in is read or refused, and reads as it was written', () => {
    const size = fc.maxSafeNat();
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(size, fc.array(hash, { maxLength: 63 }), fc.string(), fc.nat(), (oldSize, proof, note, pick) => {
        const body = writeWitnessRequest({ oldSize, proof, note });
        const read = parseWitnessRequest(body);
        expect({ ...read, proof: read.proof.map((bytes) => Uint8Array.from(bytes)) }).toEqual({ oldSize, proof, note });
        for (const text of [note, body.slice(0, pick % body.length), `old ${note}\n\n`, `old 1\n${note}\n\n`]) {
          try {
            parseWitnessRequest(text);
          } catch (error) {
            expect(error).toMatchObject({ name: 'Refusal', code: 'malformed-request' });
          }
        }
      }),
    );
  });
});
