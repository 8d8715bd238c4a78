import type { Alike } from '@entente/contracts/alerts/alert';
import type { AlertContent, AlertIdentity } from '@entente/contracts/alerts/content';
import type { MatchQuery } from '@entente/matching';
import type { Clock } from '../../../platform/clock.ts';
import type { AlertInForce, AskIndex } from '../../alerts/index.ts';
import type { Question } from '../model/question.ts';
import { alertEntries } from '../rules/alert-entry.ts';
import { readRequest } from '../rules/question.ts';
import { searchAlerts, searchAll } from './search-all.ts';
import type { Watch } from './watch.ts';

/** More who are alike than an author can consider. */
const MOST_ALIKE = 20;

/** What the alerts room may ask of the index: who is alike, and which alerts a text means. */
export function askIndex(watch: Watch, clock: Clock): AskIndex {
  return {
    findAlike: async (content, exceptAlert) => {
      const now = clock.now();
      const found = await Promise.all(questionsOf(content).map((question) => findBoth(watch, question, now)));
      const alike = new Map<string, Alike>();
      for (const { alert, ...one } of found.flat()) {
        if (alert !== undefined && alert === exceptAlert) continue;
        const key = `${one.source}/${one.ref}`;
        if ((alike.get(key)?.score ?? 0) < one.score) alike.set(key, one);
      }
      return [...alike.values()].sort(byScore).slice(0, MOST_ALIKE);
    },
    findAlerts: async (text, limit) => {
      const now = clock.now();
      const reading = readRequest({ by: 'text', text }, now.toISOString().slice(0, 10));
      if (!reading.ok) return [];
      return (await searchAlerts(reading.question, watch, now, limit))
        .toSorted((a, b) => b.score - a.score || (a.alert.key < b.alert.key ? -1 : 1))
        .slice(0, limit)
        .map(({ alert }) => alert.id);
    },
  };
}

/** Alerts and lists together, of an alert with its id; a list without a basis is silent here too. */
async function findBoth(watch: Watch, question: Question, now: Date): Promise<(Alike & { alert?: string })[]> {
  const { met, found } = await searchAll(question, watch, now);
  const inAlerts = met.map(({ alert, score, about }) => {
    const name = alert.names[about[0] ?? 0] ?? alert.reference;
    return { alert: alert.id, source: 'alert' as const, ref: alert.reference, name, score, category: alert.category };
  });
  const onLists = found.map(({ listing: { list, ref, name }, match: { score } }) => ({
    source: list,
    ref,
    name,
    score,
  }));
  return [...inAlerts, ...onLists];
}

/** An identity by each of its birth dates would be the same person many times: the first is asked by. */
function questionsOf(content: AlertContent): Question[] {
  const { subject } = content;
  switch (subject.kind) {
    case 'person':
      return subject.identities.map((identity) => ask(queryOf(identity)));
    case 'organisation':
      return [ask({ names: subject.names.map(({ full }) => full), documents: subject.identifiers })];
    case 'document':
      return subject.number ? [documentQuestion(subject.number, subject.issuer)] : [];
    case 'blank-documents':
      return [subject.from, subject.to].flatMap((end) =>
        end ? [documentQuestion(`${subject.prefix ?? ''}${end}`, subject.issuer)] : [],
      );
    default:
      return [ask({ names: [] }, numbersOf(subject))];
  }
}

function ask(query: MatchQuery, numbers: Question['numbers'] = []): Question {
  return { readAs: { kind: 'identity', names: query.names }, query, numbers };
}

function queryOf({ names, birthDates, nationalities, sex, documents }: AlertIdentity): MatchQuery {
  return {
    names: names.map(({ full }) => full),
    ...(birthDates[0] && { birthDate: birthDates[0].date }),
    ...(nationalities.length === 1 && { nationality: nationalities[0]! }),
    ...(sex && { sex }),
    documents: documents.map(({ number, country }) => ({ number, ...(country && { country }) })),
  };
}

function documentQuestion(number: string, issuer: string | undefined): Question {
  const country = issuer ? { country: issuer } : {};
  return ask({ names: [], documents: [{ number, ...country }] }, [{ value: number, scheme: 'document', ...country }]);
}

/** The numbers an object would be found by, asked for. */
function numbersOf(subject: AlertInForce['subject']): Question['numbers'] {
  const blank = { id: '', reference: '', owner: '', category: '', action: '', expiresAt: new Date(0) };
  const { object } = alertEntries({ ...blank, kind: subject.kind, subject });
  return (object?.identifiers ?? []).map(({ scheme, value, country }) => ({
    value,
    scheme,
    ...(country !== undefined && { country }),
  }));
}

function byScore(a: Alike, b: Alike): number {
  return b.score - a.score || (a.ref < b.ref ? -1 : 1);
}
