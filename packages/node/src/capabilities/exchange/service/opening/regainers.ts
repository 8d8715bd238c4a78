import type { Json } from '@entente/crypto/json';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Regain } from '../../model/opening.ts';

/** When a room does again what it had sent: as soon as it is learnt, or once the peer's own envelopes are here again. */
export type RegainWhen = 'learnt' | 'caught-up';

/** What rooms do again after a restore, by the type of what they had sent. */
export interface Regainers {
  get(type: string): Partial<Record<RegainWhen, Regain<Json>>> | undefined;
  /** Types of what is done again at that moment. */
  types(when: RegainWhen): string[];
  register<Contract extends TSchema>(
    type: string,
    contract: Contract,
    when: RegainWhen,
    regain: Regain<Static<Contract>>,
  ): void;
}

export function createRegainers(): Regainers {
  const regainers = new Map<string, Partial<Record<RegainWhen, Regain<Json>>>>();
  return {
    get: (type) => regainers.get(type),
    types: (when) => [...regainers].flatMap(([type, regainer]) => (regainer[when] ? [type] : [])),
    register: (type, contract, when, regain) => {
      const compiled = Compile(contract);
      const checked: Regain<Json> = async (tx, regained) => {
        // This node signed it, perhaps as an older version of it that wrote another body.
        if (compiled.Check(regained.body)) await regain(tx, { ...regained, body: regained.body });
      };
      regainers.set(type, { ...regainers.get(type), [when]: checked });
    },
  };
}
