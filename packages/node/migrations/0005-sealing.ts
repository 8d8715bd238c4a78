import type { DataStep } from '../src/platform/database/data-step.ts';

/** Seals the officers of a node founded before. */
export const dataStep: DataStep = async (client, sealing) => {
  const { rows } = await client.query<{ id: string; name: string; clear: { displayName: string } }>(
    'SELECT id, name, clear FROM access.officer',
  );
  for (const { id, name, clear } of rows) {
    await client.query('UPDATE access.officer SET personal = $2, name_lookup = $3 WHERE id = $1', [
      id,
      sealing.seal(`access.officer/${id}`, { name, displayName: clear.displayName }),
      sealing.lookup('officer-name', name),
    ]);
  }
};

/** What stood in clear in these tables shall not stay behind on the disk. */
export const rewritten = ['access.officer'];
