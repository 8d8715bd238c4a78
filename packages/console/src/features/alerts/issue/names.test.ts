import { expect, test } from 'vitest';
import { scriptOf, withRoom } from './names.ts';

test.each([
  ['Болат Ахметов', 'Cyrl'],
  ['Bolat Akhmetov', 'Latn'],
  ['阿不都热合曼', 'Hani'],
  ['محمد رحیم', 'Arab'],
  ['राजेश', 'Deva'],
  ['Bolat Ахметов-Сериков', 'Cyrl'],
  ['', 'Latn'],
  ['77', 'Latn'],
])('%s is written in %s', (name, script) => {
  expect(scriptOf(name)).toBe(script);
});

test('an identity without a name has room for two, one in its own script and one in Latin letters', () => {
  const tree = { subject: { kind: 'person', identities: [{ names: [] }, { names: [{ full: 'Asel' }] }] } };
  expect(withRoom(tree)).toMatchObject({
    subject: {
      identities: [
        { names: [{ kind: 'original-script' }, { kind: 'primary' }], birthDates: [{}] },
        { names: [{ full: 'Asel' }] },
      ],
    },
  });
});

test('an object needs no names', () => {
  const tree = { subject: { kind: 'vehicle', plate: '123 ABC 02' } };
  expect(withRoom(tree)).toBe(tree);
});
