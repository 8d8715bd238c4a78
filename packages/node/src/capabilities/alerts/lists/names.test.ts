import type { ListedName } from '@entente/contracts/alerts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addName, familyFirst, readNames, splitValues } from './names.ts';
import { cleanText, scriptOf } from './text.ts';

const full = (text: string, kind: 'person' | 'organisation' | 'vessel' = 'person') =>
  readNames(text, kind).map((name) => name.full);

describe('names as lists write them', () => {
  test.each([
    ['Maher (a.k.a. Mahir) INVENTED', ['Maher INVENTED', 'Mahir INVENTED']],
    [
      'Sami (a.k.a. Samy, Saami) INVENTED (a.k.a. Inventid) Two',
      ['Sami INVENTED Two', 'Samy INVENTED Two', 'Saami INVENTED Two', 'Sami Inventid Two'],
    ],
    ['Amjad YUSSEF a.k.a. Yusuf, Yousef أمجد', ['Amjad YUSSEF', 'Amjad Yusuf', 'Amjad Yousef', 'أمجد']],
    ['Alexander (Alexandr) INVENTED', ['Alexander INVENTED', 'Alexandr INVENTED']],
    ['Viktar Invented (Viktor Inventid)', ['Viktar Invented', 'Viktor Inventid']],
    ['Ramzan Invented (original script: Рамзан Выдуман)', ['Ramzan Invented', 'Рамзан Выдуман']],
    ['Jin Invented (金铁三)', ['Jin Invented', '金铁三']],
    ['Andrei INVENTED Андрей ВЫДУМАН', ['Andrei INVENTED', 'Андрей ВЫДУМАН']],
    ['Lebachir Invented (born on 14.1.1968 in Morocco)', ['Lebachir Invented']],
    ['Safia Invented, born 1 Jan. 1953 (Oman passport no 03825239)', ['Safia Invented']],
    ['Abid Invented born 12 Dec. 1965 in Touggourt', ['Abid Invented']],
    ['Azim Invented; Azim Inventid', ['Azim Invented', 'Azim Inventid']],
    ['Mohammed Sabet b) M. Sabet; J. Sabet', ['Mohammed Sabet', 'M. Sabet', 'J. Sabet']],
    ['EL INVENTED (COMBAT NAME)', ['EL INVENTED']],
    ['INVENTED, Aisulu', ['INVENTED, Aisulu']],
    ['Osama INVENTED a.k.a. Usama', ['Osama INVENTED', 'Usama INVENTED']],
    ['Мiкаiл (Михаил) ВЫДУМАН', ['Мiкаiл ВЫДУМАН', 'Михаил ВЫДУМАН']],
    ['شيخ يونس (Yunis Invented, Younis Invented)', ['شيخ يونس', 'Yunis Invented', 'Younis Invented']],
    ['Invented, Qari Din (Minister of Invention)', ['Invented, Qari Din']],
    ['"Ansar Invented; (c)Ansar Inventid"', ['Ansar Invented', 'Ansar Inventid']],
  ])('%s', (text, names) => {
    expect(full(text)).toEqual(names);
  });

  test('a name of a former listing is told as former', () => {
    expect(readNames('Hajji Invented (formerly listed as)', 'person')).toEqual([
      { full: 'Hajji Invented', kind: 'former' },
    ]);
    expect(readNames('f.k.a.: Invented Administration', 'organisation')).toEqual([
      { full: 'Invented Administration', kind: 'former' },
    ]);
  });

  test('an acronym of an organisation is a name, a remark in brackets stays where it is', () => {
    expect(full('Open Invented Company (OIC)', 'organisation')).toEqual(['Open Invented Company', 'OIC']);
    expect(full('Invented Foundation (Albanian office)', 'organisation')).toEqual([
      'Invented Foundation (Albanian office)',
    ]);
    expect(full('Thae Invented San (Petrel 1)', 'vessel')).toEqual(['Thae Invented San', 'Petrel 1']);
  });

  test('a branch of an organisation keeps its place in the name', () => {
    expect(full('Al-Invented (Albanian branch)', 'organisation')).toEqual(['Al-Invented (Albanian branch)']);
  });

  test('a megabyte of brackets is read in no time, as one name that is none', () => {
    const names: ListedName[] = [];
    const [only] = readNames('(a)'.repeat(300_000), 'person');
    expect(addName(names, only?.full, 'alias', 'good')).toMatchObject({ code: 'long-name' });
  });

  test('no text makes the reading fail, and no name keeps anything invisible', () => {
    const char = fc.constantFrom(...'aБ中ا ().;,"\u202e\u200b\u00adkKa.'.split(''), 'a.k.a. ', 'born 1 ', '(b) ');
    fc.assert(
      fc.property(fc.array(char, { maxLength: 80 }), (parts) => {
        const names: ListedName[] = [];
        for (const { full } of readNames(parts.join(''), 'person')) addName(names, full, 'alias', 'good');
        for (const name of names)
          expect(name.full).toMatch(/^[^\u202e\u200b\u00ad]*[\p{L}\p{N}][^\u202e\u200b\u00ad]*$/u);
      }),
    );
  });
});

describe('text of a list', () => {
  test('values stand between semicolons outside brackets', () => {
    expect(splitValues('a (b; c); "d; e"; ; f')).toEqual(['a (b; c)', 'd', 'e', 'f']);
  });

  test('the family name before the comma is told from the given name', () => {
    expect(familyFirst('INVENTED, Aisulu')).toEqual({ family: 'INVENTED', given: 'Aisulu' });
    expect(familyFirst('AISULU')).toBeUndefined();
    expect(familyFirst('INVENTED, ')).toBeUndefined();
  });

  test.each([
    ['Aisulu', 'Latn'],
    ['Айсұлу', 'Cyrl'],
    ['عائشة', 'Arab'],
    ['陈', 'Hani'],
    ['김철수', 'Hang'],
    ['आयशा', 'Deva'],
    ['Jérôme Ünal', 'Latn'],
    ['12-34', 'Zyyy'],
    ['عائشة (A)', 'Arab'],
  ])('%s is written in %s', (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });

  test('joiners stay where a script needs them', () => {
    expect(cleanText('می\u200cرود').text).toBe('می\u200cرود');
    expect(cleanText('क्\u200dष').text).toBe('क्\u200dष');
    expect(cleanText('A\u200dB\u200c').text).toBe('AB');
  });

  test('a joiner that a composed mark leaves idle goes too', () => {
    expect(cleanText('a\u0301\u200d\u0627').text).toBe('\u00e1\u0627');
    expect(cleanText('a\u200d\u0301\u200d\u0627').text).toBe('\u00e1\u0627');
  });

  test('cleaning twice is cleaning once', () => {
    const odd = fc.oneof(
      fc.constantFrom(
        ...'a \t\n\u0000\u00ad\u0301\u200b\u200c\u200d\u200e\u202e\u2067\ufeff\u0627\u0915\u094d\u1100\u1161\ud800',
      ),
      fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
    );
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 30 }), (chars) => {
        const text = chars.join('');
        const once = cleanText(text).text;
        expect(cleanText(once).text).toBe(once);
      }),
    );
  });
});
