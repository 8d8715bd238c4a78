import type { VersionKind } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { Language } from '@entente/contracts/terms';
import {
  type Circumstances,
  isDay,
  listAddressees,
  loadMembership,
  ProfileError,
  readContent,
} from '@entente/node/alerts';
import { type Config, ConfigError, readConfig } from '@entente/node/platform/config';
import { CommandError, EXIT, type Invocation, type Io } from '../command.ts';
import { readWritten } from './contents.ts';

const KINDS: readonly VersionKind[] = ['issue', 'amendment', 'extension'];
const LANGUAGES: readonly Language[] = ['en', 'ru', 'zh'];

/** The language sentences are printed in. */
export function readLanguage({ values }: Invocation): Language {
  return oneOf(LANGUAGES, values.language as string | undefined, '--language');
}

/** By what the contents are weighed: the profile, the state and the day of the call. */
export async function readCircumstances({ values }: Invocation, io: Io): Promise<Circumstances> {
  const { state: asked, kind: given, before, today } = values as Record<string, string | undefined>;
  const kind = oneOf(KINDS, given, '--kind');
  if ((before === undefined) !== (kind === 'issue')) {
    const wants = kind === 'issue' ? 'belongs to an amendment or an extension' : `is needed for an ${kind}`;
    throw new CommandError(`--before FILE, the content in force, ${wants}`, EXIT.usage);
  }
  const config = readSettings({ ...io.env, ...(asked !== undefined && { ENTENTE_STATE: asked.toUpperCase() }) });
  const membership = await openProfile(config.profile);
  const state = membership.stateByCode(config.state);
  if (!state) throw new CommandError(`the profile has no state ${config.state}`, EXIT.usage);
  return {
    now: readNow(today),
    state,
    categories: membership.categories(),
    actions: membership.actions(),
    grounds: membership.grounds(),
    instruments: membership.organisation().treaties.map(({ id }) => id),
    addressees: listAddressees(membership.organisation(), { self: state.iso2, bodies: membership.nodeBodies() }),
    kind,
    ...(before !== undefined && { before: await readBefore(before, io) }),
  };
}

function readSettings(env: Record<string, string | undefined>): Config {
  try {
    return readConfig(env);
  } catch (error) {
    throw error instanceof ConfigError ? new CommandError(error.message, EXIT.usage) : error;
  }
}

async function openProfile(folder: string) {
  try {
    return await loadMembership(folder);
  } catch (error) {
    throw error instanceof ProfileError ? new CommandError(error.message) : error;
  }
}

async function readBefore(file: string, io: Io): Promise<AlertContent> {
  const [written, ...more] = await readWritten(file, io);
  const read = readContent(written?.value);
  if (!read.ok || more.length > 0) throw new CommandError(`${file} is not the one content in force`);
  return read.content;
}

/** Noon by UTC of the day named, which is that day in every member. */
function readNow(today: string | undefined): Date {
  if (today === undefined) return new Date();
  if (!isDay(today)) throw new CommandError(`--today is a date like 2018-06-10, not "${today}"`, EXIT.usage);
  return new Date(`${today}T12:00:00.000Z`);
}

function oneOf<Word extends string>(words: readonly Word[], given: string | undefined, option: string): Word {
  const word = given ?? words[0]!;
  const known = words.find((one) => one === word);
  if (!known) throw new CommandError(`${option} is one of ${words.join(', ')}, not "${word}"`, EXIT.usage);
  return known;
}
