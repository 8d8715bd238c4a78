import { readFileSync } from 'node:fs';
import type { Purpose } from '@entente/contracts/access';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '../../../platform/problem.ts';
import { readStatedPurpose } from './stated-purpose.ts';

const PURPOSES = JSON.parse(
  readFileSync(new URL('../../../../../../profiles/sco-2018/purposes.json', import.meta.url), 'utf8'),
) as Purpose[];

/** What a header may arrive as: absent, repeated, known, or anything at all. */
const header = (known: string[]) =>
  fc.oneof(
    fc.constant(undefined),
    fc.constantFrom(...known, '__proto__', 'constructor', ''),
    fc.string({ unit: 'binary' }),
    fc.array(fc.string(), { maxLength: 3 }),
  );

test('whatever the headers hold, they name a purpose with its own basis and needed case, or are refused', () => {
  const bases = PURPOSES.flatMap(({ legalBases }) => legalBases.map(({ id }) => id));
  fc.assert(
    fc.property(
      header(PURPOSES.map(({ id }) => id)),
      header(bases),
      header(['K-1', '%D0%B4%D0%B5%D0%BB%D0%BE', '%00', '%', '%ED%A0%80']),
      (purpose, basis, caseReference) => {
        const headers = { 'entente-purpose': purpose, 'entente-legal-basis': basis, 'entente-case': caseReference };
        try {
          const stated = readStatedPurpose(headers, PURPOSES);
          expect(PURPOSES).toContain(stated.purpose);
          expect(stated.purpose.legalBases.map(({ id }) => id)).toContain(stated.legalBasis);
          if (stated.purpose.caseRequired) expect(stated.caseReference).toMatch(/\S/);
          expect(stated.caseReference ?? 'none').not.toMatch(/\p{Cc}/u);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          expect(error.status).toBe(400);
        }
      },
    ),
    { numRuns: 300 },
  );
});
