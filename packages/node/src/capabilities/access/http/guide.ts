import { GuideView } from '@entente/contracts/access/guide';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Http } from '../../../platform/http/http.ts';
import { type Among, createGuide } from '../service/guide.ts';

/** The newcomer's guide; a node that is no demonstration has no such address. */
export function registerGuide(http: Http, parts: { db: Database; clock: Clock } & Among): void {
  const read = createGuide(parts);
  http.get(
    '/api/demonstration/guide',
    {
      config: { gate: { open: 'says which steps of the demonstration were done, and nothing of anyone' } },
      schema: { summary: "The demonstration's guide", tags: ['access'], response: { 200: GuideView } },
    },
    async () => await read(),
  );
}
