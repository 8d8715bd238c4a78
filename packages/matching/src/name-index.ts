import { readPartialDate } from './facts/birth-date.ts';
import { POSSIBLE } from './facts/weighing.ts';
import { Documents } from './index/documents.ts';
import { Estimate } from './index/estimate.ts';
import { judge, type ReadQuery } from './index/judgement.ts';
import { probeName } from './index/probes.ts';
import { Retrieval } from './index/retrieval.ts';
import { Subjects } from './index/subjects.ts';
import { Vocabulary } from './index/vocabulary.ts';
import type { IndexedSubject, Match, MatchQuery, NameIndex } from './model.ts';
import { normalName } from './names/normal-name.ts';

/** The most ways to write the sought name that are searched. */
const MOST_NAMES = 20;

/** Candidates judged in full at most, and how far a name's estimate may lie below what is shown. */
const MOST_JUDGED = 48;
const GENEROSITY = 0.12;

/** An empty index; see `NameIndex`. */
export function createIndex(): NameIndex {
  const vocabulary = new Vocabulary();
  const subjects = new Subjects();
  const documents = new Documents();
  const retrieval = new Retrieval();

  function add(subject: IndexedSubject): void {
    remove(subject.id);
    const { ordinal, tokens } = subjects.add(subject, vocabulary);
    for (const token of tokens) vocabulary.postings(token).push(ordinal);
    documents.add(subject.documents, ordinal);
  }

  function remove(id: string): boolean {
    const ordinal = subjects.ordinalOf(id);
    if (ordinal === undefined) return false;
    documents.remove(subjects.read(ordinal).documents, ordinal);
    for (const token of tokensOf(ordinal)) dropOrdinal(vocabulary.postings(token), ordinal);
    subjects.remove(id);
    return true;
  }

  function search(query: MatchQuery, { limit = 10 }: { limit?: number } = {}): Match[] {
    const read = readQuery(query);
    const promising = findPromising(read);
    const matches: Match[] = [];
    for (const [ordinal, { names }] of promising) {
      const match = judge(read, subjects.read(ordinal), names);
      if (match) matches.push(match);
    }
    return matches.sort(better).slice(0, limit);
  }

  /** Document holders, and the subjects whose names estimate best, with the places of the names worth comparing. */
  function findPromising(read: ReadQuery): [number, { estimate: number; names: number[] }][] {
    const promising = new Map<number, { estimate: number; names: number[] }>();
    for (const { number } of read.query.documents ?? [])
      for (const ordinal of documents.holdersOf(number))
        promising.set(ordinal, { estimate: 2, names: allNames(ordinal) });
    for (const { tokens } of read.names) {
      const probed = probeName(tokens, vocabulary);
      const estimate = new Estimate(probed, vocabulary);
      for (const ordinal of retrieval.find(probed, subjects, vocabulary, read.birthDate?.year)) {
        const estimates = estimate.ofSubject(ordinal, subjects);
        const best = Math.max(...estimates);
        if (best < POSSIBLE - GENEROSITY) continue;
        const names = [...estimates.keys()].filter((name) => estimates[name]! > best - GENEROSITY);
        const known = promising.get(ordinal);
        const out = read.birthDate !== undefined && subjects.isOutOfYears(ordinal, read.birthDate.year);
        const placed = out ? best * 0.8 : best;
        promising.set(ordinal, {
          estimate: Math.max(placed, known?.estimate ?? 0),
          names: known ? [...new Set([...known.names, ...names])] : names,
        });
      }
    }
    return [...promising]
      .sort(([a, one], [b, other]) => other.estimate - one.estimate || subjects.mark(a) - subjects.mark(b))
      .slice(0, MOST_JUDGED);
  }

  function tokensOf(ordinal: number): Set<number> {
    const tokens = new Set<number>();
    subjects.visitNames(ordinal, (_, run, from, count) => {
      for (let at = from; at < from + count; at++) tokens.add(run[at]!);
    });
    return tokens;
  }

  function allNames(ordinal: number): number[] {
    const names: number[] = [];
    subjects.visitNames(ordinal, (name) => names.push(name));
    return names;
  }

  return {
    get size() {
      return subjects.size;
    },
    add,
    remove,
    search,
  };
}

function readQuery(query: MatchQuery): ReadQuery {
  const names = query.names.slice(0, MOST_NAMES).map((written) => ({ written, tokens: normalName(written) }));
  return {
    query,
    names: names.filter(({ tokens }) => tokens.length > 0),
    birthDate: query.birthDate === undefined ? undefined : readPartialDate(query.birthDate),
  };
}

/** Exact documents first, then by score; equals in the order of their ids. */
function better(a: Match, b: Match): number {
  const exact = Number(b.band === 'exact-document') - Number(a.band === 'exact-document');
  return exact || b.score - a.score || (a.id < b.id ? -1 : 1);
}

/** Takes an ordinal out of an ascending list, if it is in it. */
function dropOrdinal(list: number[], ordinal: number): void {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < ordinal) low = middle + 1;
    else high = middle;
  }
  if (list[low] === ordinal) list.splice(low, 1);
}
