import { expect, test } from 'vitest';
import { createIndex } from '../name-index.ts';

const person = (id: string, full: string) => ({
  id,
  kind: 'person' as const,
  names: [{ full, kind: 'primary' as const, quality: 'good' as const }],
  birthDates: [],
  nationalities: [],
  documents: [],
});

test('of a crowd whose names are something like it, who bears the name itself is found, whatever his id', () => {
  const index = createIndex();
  const given = ['Tafak', 'Tefok', 'Tofuk', 'Tafek'];
  const family = ['Rafeki', 'Rofaki', 'Rufeka', 'Rafoki'];
  for (let number = 0; number < 3_000; number++)
    index.add(person(`like-${number}`, `${given[number % 4]} ${family[Math.floor(number / 4) % 4]}`));
  for (let number = 0; number < 8; number++) {
    index.add(person(`meant-${number}`, 'Taufik Rifki'));
    expect(index.search({ names: ['Rifki Tauffik'] })[0]).toMatchObject({ id: `meant-${number}` });
    index.remove(`meant-${number}`);
  }
});
