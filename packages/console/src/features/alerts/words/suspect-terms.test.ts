import { expect, test } from 'vitest';
import { splitByTerms } from './suspect-terms.ts';

const marked = (text: string, ...terms: string[]) =>
  splitByTerms(text, terms)
    .map(({ text: piece, suspect }) => (suspect ? `[${piece}]` : piece))
    .join('');

test('a suspect term is marked with the word it begins', () => {
  expect(marked('Wrote articles in a newspaper.', 'article', 'newspaper')).toBe('Wrote [articles] in a [newspaper].');
  expect(marked('Автор публикации в газете', 'публикац', 'газет')).toBe('Автор [публикации] в [газете]');
});

test('it is not marked in the middle of another word, unless the script has no words apart', () => {
  expect(marked('The particle physicist', 'article')).toBe('The particle physicist');
  expect(marked('他在报纸上发表文章', '报纸', '文章')).toBe('他在[报纸]上发表[文章]');
});

test('letters of either size, and signs in a term, mean themselves', () => {
  expect(marked('BLOG (video)', 'blog', '(video)')).toBe('[BLOG] [(video)]');
  expect(marked('Nothing here')).toBe('Nothing here');
  expect(splitByTerms('', ['blog'])).toEqual([]);
});
