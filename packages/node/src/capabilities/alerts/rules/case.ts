import type { Refusal, VersionKind } from '@entente/contracts/alerts/alert';
import type { AlertAction, Category, Grounds } from '@entente/contracts/alerts/catalogue';
import type { AlertContent } from '@entente/contracts/alerts/content';

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
  kind: VersionKind;
  /** The content in force, for an amendment or an extension. */
  before?: AlertContent;
}

/** Where in the content a rule was broken, and the values its sentence names. */
export type Breach = Omit<Refusal, 'rule'>;
