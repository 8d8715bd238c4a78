import type { Background } from '../../platform/background.ts';
import type { Http } from '../../platform/http/http.ts';
import type { Log } from '../../platform/log.ts';
import type { Exchange } from '../exchange/index.ts';
import type { Screening } from '../screening/index.ts';
import { receiveCases } from './exchange/register.ts';
import { registerCases } from './http/case-routes.ts';
import { registerFileRoutes } from './http/file-routes.ts';
import { registerInquiries } from './http/inquiry-routes.ts';
import { keepWatch } from './jobs.ts';
import { openHit } from './service/open-hit.ts';
import type { CasesParts } from './service/parts.ts';

export { CASES_PROBLEMS } from './problems.ts';
export { SEALED_TABLES } from './store/sealed-tables.ts';

/** The room, put together. */
export interface Cases {
  register(http: Http): void;
  background: Background;
}

export interface OpenCases extends Omit<CasesParts, 'exchange'> {
  log: Log;
  exchange: Pick<Exchange, 'send' | 'receive' | 'files' | 'eraseAbout' | 'findAskHit' | 'whyClosed'>;
  /** Where confirmed hits come from. */
  screening: Pick<Screening, 'onHitConfirmed'>;
}

/** Opens the room: from then on it hears of confirmed hits, here and from other nodes. */
export function openCases({ log, screening, ...parts }: OpenCases): Cases {
  screening.onHitConfirmed((tx, asking, hit) => openHit(parts, tx, asking, hit));
  receiveCases(parts.exchange, parts);
  return {
    register: (http) => {
      registerCases(http, parts);
      registerFileRoutes(http, parts);
      registerInquiries(http, parts);
    },
    background: keepWatch(parts, log),
  };
}
