import { CheckRequest } from '@entente/contracts/screening';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '../problem.ts';
import { compileContract } from './validation.ts';

const check = compileContract({ schema: CheckRequest, method: 'POST', url: '/', httpPart: 'body' });

function refusal(body: unknown): Problem | undefined {
  const result = check(body) as { value?: unknown; error?: Problem };
  return result.error;
}

test.each([
  { by: 'text', text: 'Аблязов' },
  { by: 'document', number: 'N1', issuer: 'KZ' },
  { by: 'identity', identity: { names: ['A'], birthDate: '1971-04' } },
])('a check that follows its contract passes: %j', (body) => {
  expect(refusal(body)).toBeUndefined();
});

test.each([
  [{ by: 'text', text: 'x', mrz: 'y' }, '#/body/mrz'],
  [{ by: 'identity', identity: { names: ['A'], birthdate: '1971' } }, '#/body/identity/birthdate'],
  [{ by: 'identity', identity: { names: [''] } }, '#/body/identity/names/0'],
  [{ by: 'identity', identity: { names: ['A'], birthDate: '28.4.1971' } }, '#/body/identity/birthDate'],
  [{ by: 'face', image: 'x' }, '#/body/by'],
  [[], '#/body/by'],
  [null, '#/body/by'],
])('a check that does not is told the field: %j', (body, pointer) => {
  expect(refusal(body)?.errors).toContainEqual({ pointer, reason: expect.any(String) });
});

test('whatever arrives is taken or refused as a problem with few, short errors, and never breaks the check', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), fc.record({ by: fc.constantFrom('text', 'identity', 'x'), identity: fc.jsonValue() })),
      (body) => {
        const refused = refusal(body);
        if (refused === undefined) return;
        expect(refused).toBeInstanceOf(Problem);
        expect(refused.errors!.length).toBeLessThanOrEqual(20);
      },
    ),
  );
});
