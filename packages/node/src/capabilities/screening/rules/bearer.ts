import { compareNames, type Match, type MatchQuery } from '@entente/matching';
import type { AlertMet, KeptAlert } from '../model/alert.ts';

/** From this likeness on the bearer's name is the holder's. */
const SAME_NAME = 0.8;

/** What the match of a document's number amounts to: with the holder's name beside it, and whether bearer and holder agree. */
export function weighBearer(alert: KeptAlert, { score, band, evidence }: Match, query: MatchQuery): AlertMet {
  const met: AlertMet = { alert, score, band, evidence: [...evidence], about: [] };
  const best = (alert.holder ?? [])
    .flatMap((listed) => query.names.map((asked) => ({ listed, asked, ...compareNames(asked, listed) })))
    .reduce<{ listed: string; asked: string; score: number; tokens: NameTokens } | undefined>(
      (found, next) => (found && found.score >= next.score ? found : next),
      undefined,
    );
  if (!best) return met;
  const { listed, asked, tokens } = best;
  met.evidence.push({
    kind: 'name',
    query: asked,
    listed,
    nameKind: 'primary',
    quality: 'good',
    tokens,
    score: best.score,
  });
  const contradicted = evidence.some((piece) => piece.kind === 'birth-date' && piece.verdict === 'contradicts');
  if (best.score >= SAME_NAME && !contradicted) met.bearerAgrees = true;
  return met;
}

type NameTokens = ReturnType<typeof compareNames>['tokens'];
