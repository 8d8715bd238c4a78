import type { ContentCheck } from '../case.ts';
import { breachIf } from '../written.ts';

/** To whom an alert goes: nobody is meant by leaving them out, and nobody who is not there. */
export const AUDIENCE_CHECKS = {
  'audience-empty': ({ audience }) => {
    if (audience?.kind !== 'members') return [];
    return breachIf(audience.states.length === 0 && !audience.bodies?.length, '/audience/states');
  },

  'audience-unknown': ({ audience }, { addressees }) => {
    if (audience?.kind !== 'members') return [];
    const named = [
      ...audience.states.map((name, at) => ({ name, pointer: `/audience/states/${at}` })),
      ...(audience.bodies ?? []).map((name, at) => ({ name, pointer: `/audience/bodies/${at}` })),
    ];
    return named.flatMap(({ name, pointer }) => breachIf(!addressees.includes(name), pointer, { name }));
  },
} as const satisfies Record<string, ContentCheck>;
