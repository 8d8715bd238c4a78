import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Purpose } from '@entente/contracts/access';
import type { AlertAction, Category, Grounds } from '@entente/contracts/alerts/catalogue';
import type { Organisation, State } from '@entente/contracts/membership';
import { type Limits, PROFILE_FILES, type Procedure, type Profile } from '../model/profile.ts';
import { describeOrganisation, findFaults, listNodeBodies, listTreatiesInForce } from '../rules/profile.ts';

/** What other rooms may know of the organisation. Read once at start; it does not change while the node runs. */
export interface Membership {
  organisation(): Organisation;
  /** By ISO 3166-1 code, alpha-2 or alpha-3; undefined for a state the profile does not name. */
  stateByCode(code: string): State | undefined;
  /** Purposes for which personal data may be asked for, each with its legal bases. */
  purposes(): Purpose[];
  limits(): Limits;
  /** Categories of alerts with their rules, by what the profile fixes. */
  categories(): Category[];
  actions(): AlertAction[];
  grounds(): Grounds;
  /** Figures of the hit procedure. */
  procedure(): Procedure;
  /** Ids of the bodies that may have a node of their own. */
  nodeBodies(): string[];
  /** Treaties in force, by the profile's own dates: what an organisation is founded with. */
  treatiesInForce(): { id: string; inForceFrom: string }[];
}

/** A profile that cannot be used, with everything that is wrong with it. */
export class ProfileError extends Error {
  readonly faults: readonly string[];

  constructor(folder: string, faults: readonly string[]) {
    super(`The profile ${folder} cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ProfileError';
    this.faults = faults;
  }
}

/** Reads the profile's folder; throws one ProfileError that names every fault. */
export async function loadMembership(folder: string): Promise<Membership> {
  const unreadable: string[] = [];
  const read = Object.fromEntries(
    await Promise.all(PROFILE_FILES.map(async (file) => [file, await readJson(folder, file, unreadable)])),
  ) as unknown;
  const faults = unreadable.length > 0 ? unreadable.sort() : findFaults(read);
  if (faults.length > 0) throw new ProfileError(folder, faults);
  return openMembership(read as Profile);
}

function openMembership(profile: Profile): Membership {
  const organisation = describeOrganisation(profile);
  const states = new Map(
    organisation.states.flatMap((state) => [[state.iso2, state] as const, [state.iso3, state] as const]),
  );
  return {
    organisation: () => organisation,
    stateByCode: (code) => states.get(code),
    purposes: () => profile.purposes,
    limits: () => profile.limits,
    categories: () => profile.categories,
    actions: () => profile.actions,
    grounds: () => profile.grounds,
    procedure: () => profile.procedure,
    nodeBodies: () => listNodeBodies(profile),
    treatiesInForce: () => listTreatiesInForce(profile),
  };
}

async function readJson(folder: string, file: string, unreadable: string[]): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, `${file}.json`), 'utf8'));
  } catch (error) {
    unreadable.push(`${file}.json: ${(error as Error).message}`);
    return undefined;
  }
}
