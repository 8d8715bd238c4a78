import type { AlertView } from '@entente/contracts/alerts/alert';
import type { AlertIdentity } from '@entente/contracts/alerts/content';
import type { CheckAnswer } from '@entente/contracts/screening';
import type { SecondLineView, Verdict } from '@entente/contracts/screening/second-line';
import { issueAlert } from '../alerts/alert-desk.ts';
import type { Constellation, ConstellationNode } from '../constellation/constellation.ts';
import { type Cast, lawfulOf } from '../constellation/members.ts';
import { writeTd3 } from '../people/zone.ts';
import { makeCheck, mustScreening, referHit } from '../screening/desk.ts';

/** Somebody invented whom an alert is about, with what he shows at a border. */
export interface Sought {
  family: string;
  given: string;
  birthDate: string;
  /** Number of his passport. */
  number: string;
  /** Who issued it, and of which nationality it says he is: `XXB` and `XXC` for refugees. */
  issuer: string;
  nationality: string;
}

let people = 0;

/** Names unlike each other, so that one test's person is no other's namesake. */
const FAMILIES =
  'Chernykh Erzhanov Fomichev Gabdullin Khodzhaev Lavrik Mukhitdin Ordabek Pshenkin Sydykov Umarkhan Voronets Zholdas Burkit'.split(
    ' ',
  );

/** Another person each time. */
export function invent(change: Partial<Sought> = {}): Sought {
  people += 1;
  return {
    family: FAMILIES[people % FAMILIES.length]!,
    given: 'Azamat',
    birthDate: `1979-04-${String((people % 27) + 1).padStart(2, '0')}`,
    number: `N${70_000_000 + people}`,
    issuer: 'UZB',
    nationality: 'UZB',
    ...change,
  };
}

/** Brings an alert into force at its owner, for all members, and waits until it has come to them. */
export async function seek(
  constellation: Pick<Constellation, 'settle'>,
  owner: Pick<ConstellationNode, 'state' | 'clock'>,
  { author, reviewer }: Pick<Cast, 'author' | 'reviewer'>,
  sought: Sought,
  category = 'wanted-for-arrest',
): Promise<AlertView> {
  const content = lawfulOf(owner, category, 9_000 + people, { kind: 'person' });
  const identity: AlertIdentity = {
    status: 'confirmed',
    names: [{ full: `${sought.given} ${sought.family}`, kind: 'primary', quality: 'good', script: 'Latn' }],
    birthDates: [{ date: sought.birthDate }],
    birthPlaces: [],
    nationalities: ['UZB'],
    documents: [],
  };
  const alert = await issueAlert(author, reviewer, {
    ...content,
    subject: { kind: 'person', identities: [identity] } as unknown as typeof content.subject,
    audience: { kind: 'all-members' },
  });
  await constellation.settle();
  return alert;
}

/** The person crosses; asked until the index has heard of the alert. */
export async function cross(border: Cast['border'], sought: Sought): Promise<CheckAnswer> {
  const text = writeTd3({
    issuer: sought.issuer,
    nationality: sought.nationality,
    sex: 'male',
    expiryDate: '2031-01-01',
    family: sought.family.toUpperCase(),
    given: sought.given.toUpperCase(),
    birthDate: sought.birthDate,
    number: sought.number,
  });
  for (let tries = 0; ; tries += 1) {
    const answer = await makeCheck(border, { by: 'text', text });
    if (answer.candidates.length > 0 || tries > 100) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The person crosses and is taken to the second line. */
export async function referred(border: Cast['border'], sought: Sought): Promise<SecondLineView> {
  return await referHit(border, await cross(border, sought));
}

/** A verdict on the first candidate: the same person, by his photograph; nothing taken. */
export function samePerson(view: SecondLineView, change: Partial<Verdict> = {}): Verdict {
  return {
    revision: view.revision,
    candidate: view.found[0]!.key,
    verdict: 'same-person',
    checklist: [{ item: 'photograph', finding: 'agrees', note: 'Compared at Invented crossing' }],
    taken: 'arrest',
    note: 'Seen at Invented crossing',
    ...change,
  };
}

/** Gives a verdict that must succeed. */
export async function decide(border: Cast['border'], view: SecondLineView, verdict: Verdict): Promise<SecondLineView> {
  return await mustScreening(border, 'POST', `/second-line/${view.id}/verdicts`, verdict);
}
