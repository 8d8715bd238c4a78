import type { Clock } from '../../../platform/clock.ts';
import type { Attribution } from '../../audit/index.ts';

/** Who acts on the register, and when: what every change of it is recorded with. */
export interface Acting {
  clock: Clock;
  by: Attribution;
}
