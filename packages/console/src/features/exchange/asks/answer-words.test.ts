import { expect, test } from 'vitest';
import { markOfAnswer, whyMessage } from './answer-words.ts';

test('a spent budget, a paused state and a node that is away each have their own words', () => {
  expect(whyMessage('ask-budget-spent')).toBe('ask.why.budget-spent');
  expect(whyMessage('asking-paused')).toBe('ask.why.asking-paused');
  expect(whyMessage('unreachable')).toBe('ask.why.unreachable');
});

test('an answer to another question and one with a wrong signature count alike: as none', () => {
  expect(whyMessage('another-question')).toBe(whyMessage('bad-signature'));
});

test('a code of a later version is shown as it came', () => {
  for (const code of ['not-of-this-version', 'constructor', null]) expect(whyMessage(code)).toBe('ask.why.other');
});

test('who may not be asked now is not shown as one who keeps silent', () => {
  expect(markOfAnswer({ answer: 'silent', why: 'channel-suspended' })).toBe('channel-suspended');
  expect(markOfAnswer({ answer: 'silent', why: 'too-slow' })).toBe('unreachable');
  expect(markOfAnswer({ answer: 'no-hit', why: null })).toBe('no-hit');
});
