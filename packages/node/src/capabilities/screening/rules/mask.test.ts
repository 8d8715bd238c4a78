import { expect, test } from 'vitest';
import { maskTraveller } from './mask.ts';

test.each([
  [
    {
      kind: 'mrz',
      names: ['OYUUNGEREL SUKHBAATRYN'],
      nationality: 'MNG',
      birthDate: '1991-05-12',
      documentNumber: 'E2',
    },
    'O••• S•••, MNG, 1991',
  ],
  [{ kind: 'identity', names: ['Жанибек Шыңғысбаев'] }, 'Ж••• Ш•••'],
  [{ kind: 'identity', names: ['王小明'], birthDate: '1990' }, '王•••, 1990'],
  [{ kind: 'document', names: [], documentNumber: 'N1234567' }, '•••67'],
  [{ kind: 'document', names: [], documentNumber: '1234' }, '•••'],
  [{ kind: 'object', names: [], object: { number: 'А 123 ВС 77', schemes: ['plate'] } }, '•••77'],
  [{ kind: 'identity', names: ['---'] }, '•••'],
] as const)('%j shows as %s', (readAs, masked) => {
  expect(maskTraveller({ ...readAs, names: [...readAs.names] } as Parameters<typeof maskTraveller>[0])).toBe(masked);
});
