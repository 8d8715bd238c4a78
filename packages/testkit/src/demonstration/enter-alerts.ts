import type { Role } from '@entente/contracts/access';
import type { AlertPage, AlertView, Assessment, ReviewAnswers } from '@entente/contracts/alerts/alert';
import type { Catalogue } from '@entente/contracts/alerts/catalogue';
import type { InventedOfficer } from '../officers.ts';
import { HttpOfficer, type Reach } from './http-officer.ts';
import type { ScriptedAlert } from './scripted-alert.ts';

const PURPOSE = 'alert-management';

/**
 * Enters the demonstration's alerts through the interface: one invented officer writes and submits, another reviews.
 * Alerts there already are left alone, so that an interrupted start goes on where it stopped. Returns how many were entered.
 */
export async function enterAlerts(
  reach: Reach,
  cast: readonly InventedOfficer[],
  script: readonly ScriptedAlert[],
): Promise<number> {
  const author = await HttpOfficer.signIn(reach, officerOf(cast, 'contact-point-officer'));
  const reviewer = await HttpOfficer.signIn(reach, officerOf(cast, 'reviewer'));
  const { total } = await author.must<AlertPage>('GET', '/api/alerts?limit=1', undefined, PURPOSE);
  const { categories } = await author.must<Catalogue>('GET', '/api/alerts/catalogue');
  const full = new Set(categories.filter(({ review }) => review === 'full').map(({ id }) => id));
  const missing = script.slice(total);
  for (const alert of missing) await enterAlert(author, reviewer, alert, full);
  await Promise.all([author.signOut(), reviewer.signOut()]);
  return missing.length;
}

function officerOf(cast: readonly InventedOfficer[], role: Role): InventedOfficer {
  const officer = cast.find(({ roles }) => roles.includes(role));
  if (!officer) throw new Error(`No invented officer of this node is a ${role}`);
  return officer;
}

async function enterAlert(
  author: HttpOfficer,
  reviewer: HttpOfficer,
  { content, fate }: ScriptedAlert,
  full: ReadonlySet<string>,
): Promise<void> {
  const drafted = await author.must<AlertView>('POST', '/api/alerts', { content }, PURPOSE);
  if (fate === 'draft') return;
  const path = `/api/alerts/${drafted.id}`;
  const { alike } = await author.must<Assessment>('GET', `${path}/assessment`, undefined, PURPOSE);
  const considered = alike.map(({ source, ref }) => ({
    source,
    ref,
    why: 'Compared: born elsewhere, another father.',
  }));
  const submission = { revision: drafted.revision, considered };
  const submitted = await author.must<AlertView>('POST', `${path}/submission`, submission, PURPOSE);
  if (fate === 'in-review') return;
  const refused = fate === 'refused';
  const answers = full.has(content.category) && !refused ? ANSWERS : {};
  const decided = await reviewer.must<AlertView>(
    'POST',
    `${path}/review`,
    {
      revision: submitted.revision,
      decision: refused ? 'refuse' : 'approve',
      reasons: refused ? REFUSAL : 'Papers compared with the file; warrant and identity agree.',
      answers:
        submitted.suspectTerms.length > 0
          ? { ...answers, suspectTerms: 'Words of the file, not the ground.' }
          : answers,
    },
    PURPOSE,
  );
  const { revision } = decided;
  if (fate === 'withdrawn') {
    const reasons = 'The witness was heard on 3 November; the summons has served its purpose.';
    await author.must('POST', `${path}/withdrawal`, { revision, why: 'purpose-achieved', reasons }, PURPOSE);
  }
  if (fate === 'disputed') {
    const grounds = 'The holder says that the decision was never served and the passport was returned to him.';
    await author.must('POST', `${path}/dispute`, { revision, by: 'Lawyer of the holder (invented)', grounds }, PURPOSE);
  }
}

const REFUSAL =
  'A debt between two traders is a civil matter. Nothing here is an offence, and an alert is no means of collecting it.';

const ANSWERS: ReviewAnswers = {
  neutral: { answer: true, reasons: 'The file rests on what was done, not on who did it.' },
  protection: { answer: false, reasons: 'No claim is known here or to the migration service.' },
  deathPenalty: { answer: false, reasons: 'The articles named carry imprisonment only.' },
  tortureRisk: { answer: false, reasons: 'No ground to fear it is known; detention is monitored.' },
  dualCriminality: { answer: true, reasons: 'The conduct is an offence in every member.' },
};
