import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { likelyLanguage, momentOn } from './notice-language.ts';
import { NOTICE, type NoticeText } from './notice-text.ts';

const texts = Object.entries(NOTICE) as [keyof typeof NOTICE, NoticeText][];

describe.each(texts)('the notice in %s', (language, text) => {
  test('names every right: reason, interpreter, lawyer, consulate, protection, care, complaint', () => {
    expect(text.rights.list).toHaveLength(7);
    expect(text.wishes.list).toHaveLength(6);
  });

  test('says until when, and to whom a complaint goes', () => {
    expect(text.howLong.held).toContain('{since}');
    expect(text.howLong.held).toContain('{limit}');
    expect(text.complaints.words).toContain('{authority}');
  });

  test('says nothing of what an alert could be about', () => {
    const said = JSON.stringify(text).toLowerCase();
    const profile = (name: string): { names: Record<string, string> }[] =>
      JSON.parse(readFileSync(`profiles/sco-2018/${name}.json`, 'utf8'));
    for (const { names } of [...profile('categories'), ...profile('actions')]) {
      expect(said).not.toContain(names[language]!.toLowerCase());
    }
    expect(said).not.toMatch(/alert|wanted|warrant|terroris|ориентировк|розыск|терроризм|警示|通缉|恐怖/);
  });
});

test('a traveller is first shown the language he most likely reads', () => {
  expect(likelyLanguage('CHN')).toBe('zh');
  expect(likelyLanguage('KGZ')).toBe('ru');
  expect(likelyLanguage('IND')).toBe('en');
  expect(likelyLanguage(undefined)).toBe('en');
});

test('moments are written out as each language does', () => {
  const at = '2026-11-12T09:05:00.000Z';
  expect(momentOn('en', at)).toMatch(/12 November 2026/);
  expect(momentOn('ru', at)).toMatch(/12 ноября 2026/);
  expect(momentOn('ru', at)).not.toContain('г.');
  expect(momentOn('zh', at)).toMatch(/2026年11月12日/);
});
