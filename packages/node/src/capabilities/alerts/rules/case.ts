import type { Refusal, VersionKind } from '@entente/contracts/alerts/alert';
import type { AlertAction, Category, Grounds } from '@entente/contracts/alerts/catalogue';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { dayAt } from './days.ts';

/** What an alert's content is weighed by. */
export interface Circumstances {
  now: Date;
  /** The state whose node this is; days are told by its time zone, an IANA name, and by UTC where none is given. */
  state: { iso2: string; iso3: string; timeZone?: string };
  categories: readonly Category[];
  actions: readonly AlertAction[];
  grounds: Grounds;
  /** Ids of the profile's treaties. */
  instruments: readonly string[];
  /** Codes of the other members, and ids of the bodies with a node: to whom an alert may go. */
  addressees: readonly string[];
  kind: VersionKind;
  /** The content in force, for an amendment or an extension. */
  before?: AlertContent;
}

/** Where in the content a rule was broken, and the values its sentence names. */
export type Breach = Omit<Refusal, 'rule'>;

/** A rule of the content: every place where it is broken. */
export type ContentCheck = (content: AlertContent, circumstances: Circumstances) => Breach[];

/** The day it is in the state. */
export function today({ now, state }: Pick<Circumstances, 'now' | 'state'>): string {
  return dayAt(now, state.timeZone);
}

/** The category the content names, if the profile has it. */
export function categoryOf({ category }: AlertContent, { categories }: Circumstances): Category | undefined {
  return categories.find(({ id }) => id === category);
}

/** The action the content asks for, if the profile has it. */
export function actionOf({ action }: AlertContent, { actions }: Circumstances): AlertAction | undefined {
  return actions.find(({ id }) => id === action);
}
