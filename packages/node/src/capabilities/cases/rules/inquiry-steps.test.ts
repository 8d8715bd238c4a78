import { describe, expect, test } from 'vitest';
import { openDecisions, whyUndecidable, whyWithheld } from './inquiry-steps.ts';

const STANDS = { inForce: true, answers: true, open: true };
const WAITING = { side: 'owning', decision: null } as const;

describe('an inquiry at the owner', () => {
  test('may be told while the alert is in force, answers that state, and the channel is open', () => {
    expect(whyWithheld(STANDS)).toBeUndefined();
    expect(whyWithheld({ ...STANDS, inForce: false })).toBe('alert-not-in-force');
    expect(whyWithheld({ ...STANDS, answers: false })).toBe('not-for-that-state');
    expect(whyWithheld({ ...STANDS, open: false })).toBe('no-channel');
  });

  test('may always be declined while nothing is decided', () => {
    expect(openDecisions(WAITING, undefined)).toEqual(['confirm', 'decline']);
    expect(openDecisions(WAITING, 'alert-not-in-force')).toEqual(['decline']);
  });

  test('is decided once, and by the owner', () => {
    expect(whyUndecidable({ side: 'owning', decision: 'not-confirmed' })).toBe('decided-before');
    expect(openDecisions({ side: 'owning', decision: 'confirmed' }, undefined)).toEqual([]);
    expect(whyUndecidable({ side: 'asking', decision: null })).toBe('owner-decides');
  });
});
