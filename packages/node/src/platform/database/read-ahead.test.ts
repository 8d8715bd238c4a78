import { describe, expect, test } from 'vitest';
import { readAhead } from './read-ahead.ts';

const rows = Array.from({ length: 7 }, (_, at) => ({ id: `a${at}` }));

function table(asked: string[] = []) {
  return async (after: string, size: number) => {
    asked.push(after);
    return rows.filter(({ id }) => id > after).slice(0, size);
  };
}

async function collect(size: number, read = table()): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of readAhead(size, read)) ids.push(...page.map(({ id }) => id));
  return ids;
}

describe('pages read ahead', () => {
  test.each([1, 3, 7, 8])('of %i rows are the whole table, each row once, in order', async (size) => {
    expect(await collect(size)).toEqual(rows.map(({ id }) => id));
  });

  test('are asked for while the one before is worked on', async () => {
    const asked: string[] = [];
    const pages = readAhead(3, table(asked));
    await pages.next();
    expect(asked).toEqual(['00000000-0000-0000-0000-000000000000', 'a2']);
  });

  test('that cannot be read are a failure where they would have come', async () => {
    const pages = readAhead(3, async (after, size) => {
      if (after === 'a2') throw new Error('the server is gone');
      return await table()(after, size);
    });
    await pages.next();
    await expect(pages.next()).rejects.toThrow('the server is gone');
  });
});
