import type { Evidence } from '@entente/contracts/screening';
import { createIndex, createObjectIndex, type Match, type ObjectMatch } from '@entente/matching';
import type { AlertInForce } from '../../alerts/index.ts';
import type { AlertMet, KeptAlert } from '../model/alert.ts';
import type { Question } from '../model/question.ts';
import { alertEntries, identityKey, readIdentityKey } from '../rules/alert-entry.ts';
import { weighBearer } from '../rules/bearer.ts';
import { combineIdentities, type IdentityMatch } from '../rules/identities.ts';

/** Alerts in force, in memory: persons and organisations by their names, documents and objects by their numbers. */
export interface AlertIndex {
  /** Alerts held. */
  readonly size: number;
  /** Adds an alert, or replaces the one of the same id. */
  put(alert: AlertInForce): void;
  remove(id: string): void;
  /** Those that the question meets and that have not come to their end by then; `limit` names are looked at, 20 unless told. */
  search(question: Question, at: Date, limit?: number): AlertMet[];
}

/** More than at the desk are shown, since several identities of one alert count as one. */
const MOST_NAMES = 20;
const MOST_NUMBERS = 50;

/** A number that may be taken for the one asked is worth a look, no more. */
const NEAR_SCORE = 0.7;

export function createAlertIndex(): AlertIndex {
  const names = createIndex();
  const documents = createIndex();
  const objects = createObjectIndex();
  const kept = new Map<string, KeptAlert>();
  /** Keys by the ids that this node gave. */
  const keys = new Map<string, string>();

  const remove = (id: string) => {
    const key = keys.get(id);
    const alert = key === undefined ? undefined : kept.get(key);
    if (key === undefined || !alert) return;
    for (let place = 0; place < Math.max(1, alert.statuses.length); place++) names.remove(identityKey(key, place));
    documents.remove(key);
    objects.remove(key);
    kept.delete(key);
    keys.delete(id);
  };

  const put = (alert: AlertInForce) => {
    remove(alert.id);
    const entries = alertEntries(alert);
    for (const entry of entries.names) names.add(entry);
    if (entries.document) documents.add(entries.document);
    if (entries.object) objects.add(entries.object);
    kept.set(entries.kept.key, sharing(entries.kept));
    keys.set(alert.id, entries.kept.key);
  };

  function* byName({ query }: Question, limit: number): Generator<AlertMet> {
    // Reading a name costs, even to find nobody.
    if (names.size === 0) return;
    const matches = new Map<string, IdentityMatch[]>();
    for (const match of names.search(query, { limit })) {
      const { alert, place } = readIdentityKey(match.id);
      const known = matches.get(alert);
      if (known) known.push({ place, match });
      else matches.set(alert, [{ place, match }]);
    }
    for (const [id, found] of matches) {
      const alert = kept.get(id);
      if (alert) yield combineIdentities(alert, found, query);
    }
  }

  function* byDocument({ query }: Question, limit: number): Generator<AlertMet> {
    if (documents.size === 0 || !query.documents?.length) return;
    for (const match of documents.search({ ...query, names: [] }, { limit })) {
      const alert = kept.get(match.id);
      if (alert) yield weighBearer(alert, match, query);
    }
  }

  function* byNumber({ numbers }: Question): Generator<AlertMet> {
    if (objects.size === 0) return;
    for (const asked of numbers) {
      for (const match of objects.search(asked, { limit: MOST_NUMBERS })) {
        const alert = kept.get(match.id);
        if (alert) yield { alert, ...weighNumber(match), evidence: [numberEvidence(match)], about: [] };
      }
    }
  }

  return {
    get size() {
      return kept.size;
    },
    put,
    remove,
    search(question, at, limit = MOST_NAMES) {
      const met = new Map<string, AlertMet>();
      for (const found of [...byName(question, limit), ...byDocument(question, limit), ...byNumber(question)]) {
        if (found.alert.expiresAt <= at.getTime()) continue;
        const known = met.get(found.alert.key);
        // An object may be met by two of its numbers.
        if (known) known.evidence.push(...found.evidence);
        else met.set(found.alert.key, found);
      }
      return [...met.values()];
    },
  };
}

function weighNumber({ verdict }: ObjectMatch): Pick<Match, 'score' | 'band'> {
  return verdict === 'matches' ? { score: 1, band: 'exact-document' } : { score: NEAR_SCORE, band: 'possible' };
}

function numberEvidence({ scheme, verdict, query, listed }: ObjectMatch): Evidence {
  return scheme === 'document'
    ? { kind: 'document', verdict, query, listed, type: 'blank-documents' }
    : { kind: 'object', verdict, query, listed, scheme };
}

const WORDS = new Map<string, string>();

/** A million alerts have a handful of owners, categories and actions: each is kept once. */
function sharing(alert: KeptAlert): KeptAlert {
  const once = (word: string) => {
    const known = WORDS.get(word);
    if (known === undefined) WORDS.set(word, word);
    return known ?? word;
  };
  return { ...alert, owner: once(alert.owner), category: once(alert.category), action: once(alert.action) };
}
