import { describe, expect, test } from 'vitest';
import { attribution, operatorAttribution } from './attribution.ts';

describe('a record', () => {
  const names = { en: 'Border Service', ru: 'Пограничная служба', zh: '边防局' };
  const asking = {
    officer: {
      id: 'o',
      name: 'a.toktarbek',
      displayName: 'Aigerim Toktarbek',
      authority: { id: 'border-service', names },
      roles: ['border-officer' as const],
    },
    sessionId: 's',
    action: 'screening.check',
  };

  test('says who asked, why, on which basis and on which case, and not his name', () => {
    const why = { purpose: 'criminal-investigation', legalBasis: 'criminal-procedure', caseReference: 'A-1' };
    expect(attribution({ ...asking, ...why })).toEqual({
      actor: { kind: 'officer', id: 'o', authority: 'border-service' },
      purpose: 'criminal-investigation',
      legalBasis: 'criminal-procedure',
      case: 'A-1',
    });
    expect(attribution(asking)).toEqual({ actor: { kind: 'officer', id: 'o', authority: 'border-service' } });
  });

  test('says which command the operator ran', () => {
    expect(operatorAttribution('lists import')).toEqual({ actor: { kind: 'operator', id: 'lists import' } });
  });
});
