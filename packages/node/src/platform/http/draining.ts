import { PROBLEMS, Problem } from '../problem.ts';
import type { Http } from './instance.ts';

/** Once the node stops, requests under way end, and new ones on open connections are told to come again. */
export function refuseWhileStopping(http: Http): void {
  let stopping = false;
  http.addHook('preClose', async () => {
    stopping = true;
  });
  http.addHook('onRequest', async () => {
    if (stopping) throw new Problem(PROBLEMS.stopping, { headers: { connection: 'close', 'retry-after': '5' } });
  });
}
