import type { Evidence } from '@entente/contracts/screening';
import {
  createIndex,
  createObjectIndex,
  type IndexedObject,
  type IndexMemory,
  type Match,
  type NameIndex,
  type ObjectMatch,
} from '@entente/matching';
import type { AlertInForce } from '../../alerts/index.ts';
import type { AlertMet, KeptAlert } from '../model/alert.ts';
import type { FoundNames, NameAsk } from '../model/name-search.ts';
import type { Question } from '../model/question.ts';
import { type AlertEntries, alertEntries, identityKey, readIdentityKey } from '../rules/alert-entry.ts';
import { weighBearer } from '../rules/bearer.ts';
import { combineIdentities, type IdentityMatch } from '../rules/identities.ts';
import { searchHere } from './search-threads.ts';

/** Alerts in force, in memory: persons and organisations by their names, documents and objects by their numbers. */
export interface AlertIndex {
  /** Alerts held. */
  readonly size: number;
  /** Where names and documents lie. */
  readonly parts: { names: NameIndex; documents: NameIndex };
  /** Adds an alert, or replaces the one of the same id: it answers as before or as now, at any moment. */
  put(alert: AlertInForce): void;
  remove(id: string): void;
  /** What is to be searched for a question; `limit` names are looked at, 20 unless told. */
  asks(question: Question, limit?: number): NameAsk[];
  /**
   * Those that the question meets and that have not come to their end by then, from what was found for `asks`. Undefined when an
   * alert that was found has changed since then (`revision` before asking): ask again.
   */
  answer(question: Question, at: Date, found: FoundNames, revision: number): AlertMet[] | undefined;
  /** Rises with every change. */
  readonly revision: number;
  /** All of it at once, in this thread. */
  search(question: Question, at: Date, limit?: number): AlertMet[];
  /** What lies beside names and documents, of each alert; changes may go on meanwhile. */
  beside(): Iterable<BesideAlert>;
}

/** An alert as it lies beside the indexes of names. */
export interface BesideAlert {
  id: string;
  key: string;
  /** Its identities, each an entry of its own among the names. */
  identities: number;
  /** What is shown of it, a `KeptAlert` in JSON: few are ever shown, and the others are on disk and back without being read. */
  text: string;
  /** The numbers of an object. */
  object?: IndexedObject;
}

/** Alerts as they lay in memory before, to go on with. */
export interface HeldAlerts {
  names: IndexMemory;
  documents: IndexMemory;
  beside: Iterable<BesideAlert>;
}

/** More than at the desk are shown, since several identities of one alert count as one. */
const MOST_NAMES = 20;
const MOST_NUMBERS = 50;

/** A number that may be taken for the one asked is worth a look, no more. */
const NEAR_SCORE = 0.7;

export function createAlertIndex(held?: HeldAlerts): AlertIndex {
  const names = createIndex(held?.names);
  const documents = createIndex(held?.documents);
  const objects = createObjectIndex();
  const kept = new Map<string, BesideAlert & { revision: number }>();
  /** Keys by the ids that this node gave. */
  const keys = new Map<string, string>();
  let revision = 0;

  const keep = ({ id, key, identities, text, object }: BesideAlert) => {
    if (object) objects.add(object);
    else objects.remove(key);
    kept.set(key, { id, key, identities, text, ...(object && { object }), revision });
    keys.set(id, key);
  };
  for (const alert of held?.beside ?? []) keep(alert);

  const shown = (key: string) => {
    const alert = kept.get(key);
    return alert && (JSON.parse(alert.text) as KeptAlert);
  };

  const remove = (id: string) => {
    const key = keys.get(id);
    const alert = key === undefined ? undefined : kept.get(key);
    if (key === undefined || !alert) return;
    revision += 1;
    for (let place = 0; place < alert.identities; place++) names.remove(identityKey(key, place));
    documents.remove(key);
    objects.remove(key);
    kept.delete(key);
    keys.delete(id);
  };

  /** What is new first, what is left over of before then: in between, searches in other threads find one or the other. */
  const put = (alert: AlertInForce) => {
    const entries = alertEntries(alert);
    const { key } = entries.kept;
    if ((keys.get(alert.id) ?? key) !== key) remove(alert.id);
    const before = kept.get(key);
    if (before && before.id !== alert.id) keys.delete(before.id);
    revision += 1;
    for (const entry of entries.names) names.add(entry);
    for (let place = entries.names.length; before && place < before.identities; place++)
      names.remove(identityKey(key, place));
    if (entries.document) documents.add(entries.document);
    else documents.remove(key);
    keep(besideOf(entries));
  };

  const asks = ({ query }: Question, limit = MOST_NAMES): NameAsk[] => [
    // Reading a name costs, even to find nobody.
    ...(names.size > 0 ? [{ index: names, query, limit }] : []),
    ...(documents.size > 0 && query.documents?.length
      ? [{ index: documents, query: { ...query, names: [] }, limit }]
      : []),
  ];

  function* byName({ query }: Question, found: Match[]): Generator<AlertMet> {
    const matches = new Map<string, IdentityMatch[]>();
    for (const match of found) {
      const { alert, place } = readIdentityKey(match.id);
      const known = matches.get(alert);
      if (known) known.push({ place, match });
      else matches.set(alert, [{ place, match }]);
    }
    for (const [id, identityMatches] of matches) {
      const alert = shown(id);
      if (alert) yield combineIdentities(alert, identityMatches, query);
    }
  }

  function* byDocument({ query }: Question, found: Match[]): Generator<AlertMet> {
    for (const match of found) {
      const alert = shown(match.id);
      if (alert) yield weighBearer(alert, match, query);
    }
  }

  function* byNumber({ numbers }: Question): Generator<AlertMet> {
    if (objects.size === 0) return;
    for (const asked of numbers) {
      for (const match of objects.search(asked, { limit: MOST_NUMBERS })) {
        const alert = shown(match.id);
        if (alert) yield { alert, ...weighNumber(match), evidence: [numberEvidence(match)], about: [] };
      }
    }
  }

  const answer: AlertIndex['answer'] = (question, at, found, asOf) => {
    const isChanged = (key: string) => (kept.get(key)?.revision ?? 0) > asOf;
    const ofNames = found.get(names) ?? [];
    const ofDocuments = found.get(documents) ?? [];
    if (ofNames.some(({ id }) => isChanged(readIdentityKey(id).alert))) return undefined;
    if (ofDocuments.some(({ id }) => isChanged(id))) return undefined;
    const met = new Map<string, AlertMet>();
    const all = [...byName(question, ofNames), ...byDocument(question, ofDocuments), ...byNumber(question)];
    for (const one of all) {
      if (one.alert.expiresAt <= at.getTime()) continue;
      const known = met.get(one.alert.key);
      // An object may be met by two of its numbers.
      if (known) known.evidence.push(...one.evidence);
      else met.set(one.alert.key, one);
    }
    return [...met.values()];
  };

  return {
    get size() {
      return kept.size;
    },
    get revision() {
      return revision;
    },
    parts: { names, documents },
    put,
    remove,
    asks,
    answer,
    *beside() {
      yield* kept.values();
    },
    search: (question, at, limit) => answer(question, at, searchHere(asks(question, limit)), revision)!,
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

function besideOf({ kept, object }: AlertEntries): BesideAlert {
  const { id, key, statuses } = kept;
  return { id, key, identities: Math.max(1, statuses.length), text: JSON.stringify(kept), ...(object && { object }) };
}
