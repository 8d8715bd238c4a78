import type { Category } from '@entente/contracts/alerts/catalogue';
import { expect, test } from 'vitest';
import { fit } from './fitting.ts';
import { freshContent } from './fresh-content.ts';

const category = { id: 'document-lost-stolen', actions: ['verify-document'] } as Category;

test('a document is taken for one of the state’s own, and the only action is chosen', () => {
  expect(freshContent(category, 'document', 'KAZ')).toEqual({
    category: 'document-lost-stolen',
    subject: { kind: 'document', issuer: 'KAZ' },
    ground: {},
    action: 'verify-document',
  });
});

test.each([
  'person',
  'organisation',
  'blank-documents',
  'vehicle',
  'vessel',
  'aircraft',
  'container',
  'firearm',
] as const)('a new draft about a %s fits the contract at once', (kind) => {
  const content = freshContent({ ...category, actions: ['seize-object', 'search-object'] }, kind, 'KAZ');
  expect(fit(content)).toEqual({ content, unfinished: {}, places: {}, malformed: [] });
});
