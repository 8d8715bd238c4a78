import { expect, test } from 'vitest';
import { readChosen } from './chosen-step.ts';

test('the step a reader opened is found again, or that he closed all', () => {
  expect(readChosen('clean-traveller log-broken')).toEqual({ whileNext: 'clean-traveller', step: 'log-broken' });
  expect(readChosen('clean-traveller ')).toEqual({ whileNext: 'clean-traveller', step: null });
  expect(readChosen(' log-broken')).toEqual({ whileNext: undefined, step: 'log-broken' });
});

test('what names no step is nobody’s choice', () => {
  for (const text of [null, 'toString log-broken', 'clean-traveller elsewhere', 'clean-traveller log-broken more']) {
    expect(readChosen(text)).toBeNull();
  }
});
