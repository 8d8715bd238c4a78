import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLEAN_TRAVELLER_ZONE, NAME_HIT_ZONE } from './demonstration-people.ts';

test('the zones a newcomer finds in the README are those of the demonstration', () => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(CLEAN_TRAVELLER_ZONE);
  expect(readme).toContain(NAME_HIT_ZONE);
});
