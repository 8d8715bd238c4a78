import type { AlertPage, AlertSummary, AlertView, Circulation } from '@entente/contracts/alerts/alert';
import type { AlertIdentity, PersonSubject } from '@entente/contracts/alerts/content';
import type { CheckAnswer } from '@entente/contracts/screening';
import type { Browser } from '../node.ts';
import { writeTd3 } from '../people/zone.ts';
import { mustScreening } from '../screening/desk.ts';
import { handIn, mustAlerts } from './alert-desk.ts';

/** The line of an alert in the list of whoever looks; undefined where it is not held. */
export async function findReference(browser: Browser, reference: string): Promise<AlertSummary | undefined> {
  return (await mustAlerts<AlertPage>(browser, 'GET', `?text=${reference}`)).alerts[0];
}

/** The alert of a reference, as whoever looks sees it at his own node. */
export async function readReference(browser: Browser, reference: string): Promise<AlertView> {
  const found = await findReference(browser, reference);
  if (!found) throw new Error(`${reference} is not held here`);
  return await mustAlerts(browser, 'GET', `/${found.id}`);
}

/** How an alert stands at its holders, by their states. */
export async function readCirculation(owner: Browser, id: string): Promise<Record<string, Circulation[number]>> {
  const holders = await mustAlerts<Circulation>(owner, 'GET', `/${id}/circulation`);
  return Object.fromEntries(holders.map((holder) => [holder.of, holder]));
}

/** A step of an officer's on the alert as he sees it now. */
export async function stepOn(
  browser: Browser,
  reference: string,
  method: 'POST' | 'DELETE',
  step: string,
  given: object,
): Promise<AlertView> {
  const { id, revision } = await readReference(browser, reference);
  return await mustAlerts(browser, method, `/${id}/${step}`, { revision, ...given });
}

/** Amends an alert in force, as one officer writes and another approves. */
export async function amendAlert(
  author: Browser,
  { id, revision, current }: AlertView,
  change: Partial<NonNullable<AlertView['current']>['content']>,
): Promise<AlertView> {
  const opened = await mustAlerts(author, 'POST', `/${id}/versions`, { revision, kind: 'amendment' });
  const content = { ...current!.content, ...change };
  const saved = await mustAlerts(author, 'PUT', `/${id}/draft`, { revision: opened.revision, content });
  return await handIn(author, saved);
}

/** Somebody who is told from everybody else by the number. */
export interface Traveller {
  family: string;
  given: string;
  birthDate: string;
  number: string;
}

/** An invented traveller; another one for each number. */
export function inventTraveller(number: number): Traveller {
  const { family, given } = NAMES[number % NAMES.length]!;
  return { family, given, birthDate: `19${60 + (number % 30)}-04-1${number % 10}`, number: `N${70_000_000 + number}` };
}

const NAMES = [
  { family: 'SULEIMEN', given: 'BOLAT' },
  { family: 'RAJPUT', given: 'VIKRAM' },
  { family: 'NAZAROV', given: 'TIMUR' },
  { family: 'CHAUDHARY', given: 'ARJUN' },
  { family: 'ISMAILOV', given: 'RUSTAM' },
];

/** The traveller as the subject of an alert. */
export function subjectFor({ family, given, birthDate, number }: Traveller): PersonSubject {
  const identity: AlertIdentity = {
    status: 'confirmed',
    names: [{ full: `${given} ${family}`, kind: 'primary', quality: 'good', script: 'Latn' }],
    birthDates: [{ date: birthDate }],
    birthPlaces: [],
    nationalities: ['IND'],
    sex: 'male',
    documents: [{ type: 'passport', number, country: 'IND' }],
  };
  return { kind: 'person', identities: [identity], protection: 'none-known' };
}

/** His passport laid on the reader of a desk. */
export async function checkTraveller(
  desk: Browser,
  { family, given, birthDate, number }: Traveller,
): Promise<CheckAnswer> {
  const text = writeTd3({
    issuer: 'IND',
    nationality: 'IND',
    family,
    given,
    number,
    birthDate,
    sex: 'male',
    expiryDate: '2031-01-01',
  });
  return await mustScreening<CheckAnswer>(desk, 'POST', '/checks', { by: 'text', text });
}
