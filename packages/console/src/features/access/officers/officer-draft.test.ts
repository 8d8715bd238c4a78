import { describe, expect, test } from 'vitest';
import { authorityFault, draftFaults, formOf, NEW_AUTHORITY, NO_AUTHORITY, NO_OFFICER } from './officer-draft.ts';

const known = { ...NO_AUTHORITY, chosen: 'border-service' };
const draft = {
  name: ' A.Toktarbek ',
  displayName: ' Aigerim Toktarbek ',
  authority: known,
  roles: ['reviewer' as const],
};

describe('a draft of an officer', () => {
  test('becomes an entry, its sign-in name in small letters', () => {
    expect(draftFaults(draft)).toEqual({});
    expect(formOf(draft)).toEqual({
      name: 'a.toktarbek',
      displayName: 'Aigerim Toktarbek',
      authority: 'border-service',
      roles: ['reviewer'],
    });
  });

  test('says of each field what is wrong', () => {
    expect(draftFaults(NO_OFFICER)).toEqual({ name: true, displayName: true, authority: 'none', roles: true });
  });

  test.each(['а.токтарбек', 'a toktarbek', 'a..b', '.a', "a'b"])('does not take %j as a sign-in name', (name) => {
    expect(draftFaults({ ...draft, name })).toEqual({ name: true });
  });
});

describe('a new authority', () => {
  const fresh = { chosen: NEW_AUTHORITY, id: 'customs', en: 'Customs', ru: 'Таможня', zh: '海关' };

  test('goes with its names', () => {
    expect(authorityFault(fresh)).toBeUndefined();
    expect(formOf({ ...draft, authority: fresh })).toMatchObject({
      authority: 'customs',
      authorityNames: { en: 'Customs', ru: 'Таможня', zh: '海关' },
    });
  });

  test('needs an id and a name in each language', () => {
    expect(authorityFault({ ...fresh, id: 'Таможня' })).toBe('id');
    expect(authorityFault({ ...fresh, zh: ' ' })).toBe('names');
  });

  test('that was begun and left for a known one is forgotten', () => {
    expect(formOf({ ...draft, authority: { ...fresh, chosen: 'border-service' } })).not.toHaveProperty(
      'authorityNames',
    );
  });
});
