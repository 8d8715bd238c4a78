import { foldDocumentNumber } from './document-number.ts';
import type { Evidence, IndexedSubject, Match, MatchQuery, NameIndex, TokenEvidence } from './model.ts';

/** An empty index. */
export function createIndex(): NameIndex {
  const subjects = new Map<string, IndexedSubject>();
  return {
    get size() {
      return subjects.size;
    },
    add(subject) {
      subjects.set(subject.id, subject);
    },
    remove(id) {
      return subjects.delete(id);
    },
    search(query, { limit = 10 } = {}) {
      const matches: Match[] = [];
      for (const subject of subjects.values()) {
        const match = matchSubject(query, subject);
        if (match) matches.push(match);
      }
      return matches.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit);
    },
  };
}

/** How alike two names are, 0 to 1, with the tokens placed against each other. */
export function compareNames(left: string, right: string): { score: number; tokens: TokenEvidence[] } {
  const listed = new Set(tokensOf(right));
  const tokens = tokensOf(left).map((query): TokenEvidence => {
    const same = listed.delete(query);
    return same ? { query, listed: query, how: 'same', similarity: 1 } : { query, how: 'extra', similarity: 0 };
  });
  const met = tokens.filter((token) => token.how === 'same').length;
  for (const absent of listed) tokens.push({ listed: absent, how: 'absent', similarity: 0 });
  return { score: tokens.length === 0 ? 0 : met / tokens.length, tokens };
}

function matchSubject(query: MatchQuery, subject: IndexedSubject): Match | undefined {
  const evidence: Evidence[] = [];
  for (const asked of query.documents ?? []) {
    const number = foldDocumentNumber(asked.number);
    for (const held of subject.documents) {
      if (foldDocumentNumber(held.number) === number)
        evidence.push({
          kind: 'document',
          verdict: 'matches',
          query: asked.number,
          listed: held.number,
          type: held.type,
        });
    }
  }
  const band = evidence.length > 0 ? 'exact-document' : undefined;
  let score = band ? 1 : 0;
  for (const name of query.names) {
    for (const { full, kind, quality } of subject.names) {
      const compared = compareNames(name, full);
      if (compared.score < 0.6) continue;
      score = Math.max(score, compared.score);
      evidence.push({ kind: 'name', query: name, listed: full, nameKind: kind, quality, ...compared });
    }
  }
  if (score < 0.6) return undefined;
  return { id: subject.id, score, band: band ?? (score > 0.9 ? 'strong' : 'possible'), evidence };
}

function tokensOf(name: string): string[] {
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
