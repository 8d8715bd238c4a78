import { expect, test } from 'vitest';
import { stepOf, stepsOf } from './steps.ts';

test('a person is described, an object is not; an extension asks only what may change', () => {
  expect(stepsOf('person', 'issue')).toEqual(['subject', 'description', 'ground', 'life', 'check']);
  expect(stepsOf('vehicle', 'amendment')).toEqual(['subject', 'ground', 'life', 'check']);
  expect(stepsOf('person', 'extension')).toEqual(['ground', 'life', 'check']);
});

test.each([
  ['/subject/identities/0/names', 'subject'],
  ['/subject/marks/2', 'description'],
  ['/subject/memberships/0/source', 'description'],
  ['/subject/number', 'subject'],
  ['/ground/warrant', 'ground'],
  ['/ground/whereaboutsConsent/givenOn', 'life'],
  ['/expiresOn', 'life'],
  ['/audience/states/0', 'life'],
  ['/considered', 'check'],
  ['/category', 'check'],
])('what is wrong at %s is put right on the page %s', (pointer, step) => {
  expect(stepOf(pointer)).toBe(step);
});
