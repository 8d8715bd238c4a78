import { ListAction } from '@entente/contracts/alerts';
import type { Organisation } from '@entente/contracts/membership';
import { Value } from 'typebox/value';
import { type Profile, Profile as ProfileContract, type StateEntry, type TreatyEntry } from '../model/profile.ts';

/** Every fault of a profile as read, in words; empty when it holds. Cross-checks run once the shapes hold. */
export function findFaults(read: unknown): string[] {
  const shape = findShapeFaults(read);
  if (shape.length > 0) return shape;
  const profile = read as Profile;
  return [
    ...repeated(
      'states',
      profile.states.map((state) => state.iso2),
    ),
    ...repeated(
      'states',
      profile.states.map((state) => state.iso3),
    ),
    ...repeated('bodies', bodyIds(profile)),
    ...repeated(
      'treaties',
      profile.treaties.map((treaty) => treaty.id),
    ),
    ...repeated(
      'purposes',
      profile.purposes.map((purpose) => purpose.id),
    ),
    ...profile.purposes.flatMap((purpose) =>
      repeated(
        `purposes: legal bases of ${purpose.id}`,
        purpose.legalBases.map((basis) => basis.id),
      ),
    ),
    ...findOrderFaults(profile),
    ...findBodyFaults(profile),
    ...profile.treaties.flatMap((treaty) => findTreatyFaults(treaty, profile)),
    ...profile.states.flatMap((state) => findStateFaults(state, profile)),
    ...findLimitFaults(profile),
    ...findAlertFaults(profile),
    ...findSourceFaults(profile),
  ];
}

/** The organisation as officers and other rooms see it: states in protocol order, members first. */
export function describeOrganisation(profile: Profile): Organisation {
  const { id, asOf, names, abbr, languages } = profile.organisation;
  return {
    id,
    asOf,
    names,
    abbr,
    languages: { official: languages.official, working: languages.working },
    states: [...profile.states].sort(byProtocol).map((state) => ({
      iso2: state.iso2,
      iso3: state.iso3,
      names: state.names,
      protocolNames: state.protocolNames,
      role: state.role,
      since: state.since,
      officialLanguages: state.officialLanguages,
      ...(state.protocolOrder !== undefined && { protocolOrder: state.protocolOrder }),
      ...(state.timeZone !== undefined && { timeZone: state.timeZone }),
    })),
    bodies: profile.bodies.map(({ id, abbr, kind, names }) => ({
      id,
      kind,
      names,
      ...(abbr !== undefined && { abbr }),
    })),
    treaties: profile.treaties.map(({ id, date, place, titles, kind, subject }) => ({
      id,
      date,
      titles,
      kind,
      ...(place !== undefined && { place }),
      ...(subject !== undefined && { subject }),
    })),
  };
}

/** Bodies that may have a node: the permanent ones and their organs. */
export function listNodeBodies({ bodies }: Profile): string[] {
  return bodies
    .filter(({ permanent }) => permanent)
    .flatMap(({ id, organs = [] }) => [id, ...organs.map((one) => one.id)]);
}

/** Treaties whose entry into force the profile dates to the day: what a founding act may state. */
export function listTreatiesInForce({ treaties }: Profile): { id: string; inForceFrom: string }[] {
  return treaties.flatMap(({ id, inForce }) =>
    inForce !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(inForce)
      ? [{ id, inForceFrom: `${inForce}T00:00:00.000Z` }]
      : [],
  );
}

const ROLES = ['member', 'observer', 'dialogue-partner'];

/** Members by protocol; observers, then partners, in the Russian alphabet, the organisation's own rule. */
function byProtocol(left: StateEntry, right: StateEntry): number {
  return (
    ROLES.indexOf(left.role) - ROLES.indexOf(right.role) ||
    (left.protocolOrder ?? 0) - (right.protocolOrder ?? 0) ||
    left.names.ru.localeCompare(right.names.ru, 'ru')
  );
}

/** An unexpected field is reported twice by the validator, once by its own place; that one says enough. */
function findShapeFaults(read: unknown): string[] {
  return [...Value.Errors(ProfileContract, read)]
    .filter((error) => error.keyword !== 'additionalProperties')
    .map((error) => {
      const [file = '', ...place] = error.instancePath.split('/').slice(1);
      const reason = error.keyword === 'boolean' ? 'is not known here' : describeError(error);
      return `${file || 'profile'}${place.length > 0 ? ` at /${place.join('/')}` : ''}: ${reason}`;
    });
}

function describeError(error: { message: string; params: object }): string {
  const allowed = 'allowedValues' in error.params ? ` (${(error.params.allowedValues as string[]).join(', ')})` : '';
  return `${error.message}${allowed}`;
}

function repeated(file: string, ids: string[]): string[] {
  const doubles = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  return [...doubles].map((id) => `${file}: ${id} is there more than once`);
}

function bodyIds(profile: Profile): string[] {
  return profile.bodies.flatMap((body) => [body.id, ...(body.organs ?? []).map((organ) => organ.id)]);
}

/** The order names each member once, nobody else, and each member's own number is its place. */
function findOrderFaults({ organisation, states }: Profile): string[] {
  const { order } = organisation.protocolOrder;
  const faults = repeated('organisation: protocolOrder', order);
  for (const code of order) {
    const state = states.find((candidate) => candidate.iso2 === code);
    if (state?.role !== 'member') faults.push(`organisation: protocolOrder names ${code}, which is no member`);
  }
  for (const state of states) {
    const place = order.indexOf(state.iso2) + 1;
    if (state.role !== 'member') {
      if (state.protocolOrder !== undefined) faults.push(`states: ${state.iso2} is no member and has a protocolOrder`);
    } else if (place === 0) {
      faults.push(`organisation: protocolOrder leaves out the member ${state.iso2}`);
    } else if (state.protocolOrder !== place) {
      faults.push(
        `states: ${state.iso2} has protocolOrder ${state.protocolOrder ?? 'none'}, but stands ${place} in the order`,
      );
    }
  }
  return faults;
}

function findBodyFaults({ bodies, states, treaties }: Profile): string[] {
  const known = new Set(treaties.map((treaty) => treaty.id));
  return bodies.flatMap((body) => {
    const faults: string[] = [];
    if (body.parent !== undefined && !bodies.some((other) => other.id === body.parent && other !== body)) {
      faults.push(`bodies: ${body.id} has the parent ${body.parent}, which is no other body`);
    }
    if (body.seat && !states.some((state) => state.iso2 === body.seat?.iso2)) {
      faults.push(`bodies: ${body.id} has its seat in ${body.seat.iso2}, which is no state of the profile`);
    }
    for (const field of ['foundingInstrument', 'regulations', 'basisInstrument', 'dataBankInstrument'] as const) {
      const id = body[field];
      if (id !== undefined && !known.has(id))
        faults.push(`bodies: ${body.id} rests on ${id}, which is no treaty of the profile`);
    }
    return faults;
  });
}

function findTreatyFaults(treaty: TreatyEntry, { organisation, treaties }: Profile): string[] {
  const faults = [...findDateFaults(`treaties: ${treaty.id}`, treaty.date, organisation.asOf)];
  if (treaty.inForce !== undefined) {
    faults.push(...findDateFaults(`treaties: ${treaty.id}`, treaty.inForce, organisation.asOf));
    if (treaty.inForce < treaty.date) faults.push(`treaties: ${treaty.id} is in force before it was signed`);
  }
  const [first = '', last = ''] = treaty.period?.split('/') ?? [];
  if (first > last) faults.push(`treaties: ${treaty.id} runs backwards, ${treaty.period}`);
  if (treaty.implements !== undefined && !treaties.some(({ id }) => id === treaty.implements && id !== treaty.id)) {
    faults.push(`treaties: ${treaty.id} implements ${treaty.implements}, which is no other treaty of the profile`);
  }
  return faults;
}

function findStateFaults(state: StateEntry, { organisation }: Profile): string[] {
  const dates = [state.since, ...(state.history ?? []).flatMap((step) => [step.from, step.date])];
  const faults = dates
    .filter((date) => date !== undefined)
    .flatMap((date) => findDateFaults(`states: ${state.iso2}`, date, organisation.asOf));
  if (state.timeZone !== undefined && !isTimeZone(state.timeZone)) {
    faults.push(`states: ${state.iso2} has the time zone ${state.timeZone}, which nobody knows`);
  }
  return faults;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Text order is time order, whatever the precision. */
function findDateFaults(where: string, date: string, asOf: string): string[] {
  if (!isDay(date)) return [`${where} has the date ${date}, which no calendar has`];
  return date > asOf ? [`${where} has the date ${date}, later than the profile's own ${asOf}`] : [];
}

function isDay(date: string): boolean {
  if (date.length < 10) return true;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date);
}

function findLimitFaults({ limits }: Profile): string[] {
  const faults: string[] = [];
  if (limits.session.idleMinutes > limits.session.absoluteMinutes) {
    faults.push('limits: session.idleMinutes is longer than session.absoluteMinutes');
  }
  if (limits.lockOut.firstMinutes > limits.lockOut.longestMinutes) {
    faults.push('limits: lockOut.firstMinutes is longer than lockOut.longestMinutes');
  }
  return faults;
}

/** Every source id is known; a fact without any source says so in `unsourced`. */
function findSourceFaults(profile: Profile): string[] {
  const entries = [
    { name: 'organisation', ...profile.organisation },
    { name: 'organisation: languages', ...profile.organisation.languages },
    { name: 'organisation: protocolOrder', ...profile.organisation.protocolOrder },
    ...profile.states.map((state) => ({ name: `states: ${state.iso2}`, ...state })),
    ...profile.states.flatMap((state) =>
      (state.history ?? []).map((step) => ({ name: `states: history of ${state.iso2}`, ...step })),
    ),
    ...profile.bodies.map((body) => ({ name: `bodies: ${body.id}`, ...body })),
    ...profile.treaties.map((treaty) => ({ name: `treaties: ${treaty.id}`, ...treaty })),
  ];
  return entries.flatMap(({ name, sources, unsourced }) => {
    const unknown = sources.filter((id) => !Object.hasOwn(profile.sources, id));
    const bare = sources.length === 0 && unsourced === undefined;
    return [
      ...unknown.map((id) => `${name} cites ${id}, which sources.json does not have`),
      ...(bare ? [`${name} has no source and does not say so in "unsourced"`] : []),
    ];
  });
}

/** What the desk asks for where the victim of a misused identity may stand before it. */
const CLEARING = 'clear-victim';

/** Categories name actions there are; a detaining action is open to no minor; definitions name instruments there are. */
function findAlertFaults({ actions, categories, grounds, procedure, treaties }: Profile): string[] {
  const faults = [
    ...repeated(
      'actions',
      actions.map((action) => action.id),
    ),
    ...repeated(
      'categories',
      categories.map((category) => category.id),
    ),
  ];
  for (const id of [...ListAction.enum, CLEARING]) {
    const action = actions.find((candidate) => candidate.id === id);
    if (!action) faults.push(`actions: ${id} is missing, which the desk asks for`);
    else if (action.detains) faults.push(`actions: ${id} detains, and is asked for where nobody may be held`);
  }
  for (const category of categories) {
    for (const id of [...category.actions, ...category.minorActions]) {
      const action = actions.find((candidate) => candidate.id === id);
      if (!action) faults.push(`categories: ${category.id} names the action ${id}, which is not in actions.json`);
      if (action?.detains && category.minorActions.includes(id)) {
        faults.push(`categories: ${category.id} would let a minor be detained by ${id}`);
      }
      if (action?.detains && category.kinds.some((kind) => kind !== 'person')) {
        faults.push(`categories: ${category.id} would detain by ${id} over what is no person`);
      }
    }
  }
  for (const { id, instrument } of grounds.definitions) {
    if (instrument !== undefined && !treaties.some((treaty) => treaty.id === instrument)) {
      faults.push(`grounds: ${id} names the instrument ${instrument}, which is not in treaties.json`);
    }
  }
  if (procedure.detention.warnMinutes >= procedure.detention.limitMinutes) {
    faults.push('procedure: detention warns only after its limit');
  }
  if (procedure.followUp.escalateAfterMinutes <= procedure.followUp.soundAfterMinutes) {
    faults.push('procedure: an urgent hit goes to those above before it sounds');
  }
  return faults;
}
