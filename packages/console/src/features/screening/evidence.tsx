import type { Candidate, Evidence } from '@entente/contracts/screening';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCountries } from '../../ui/countries.ts';
import { DOCUMENT_TYPES, NAME_KINDS } from '../../ui/identity-words.ts';
import { scriptTag } from '../../ui/script.ts';
import { EntryCorrections } from './entry-corrections.tsx';
import style from './evidence.module.css';
import {
  EVIDENCE_KINDS,
  factInWords,
  nationalNumberInWords,
  type Source,
  schemeInWords,
  verdictOf,
} from './evidence-words.ts';
import { Grounds } from './grounds.tsx';
import { Tokens } from './tokens.tsx';
import { VerdictMark } from './verdict.tsx';

/** Why this candidate: each piece of evidence in words, then what the candidate stands on. */
export function EvidenceView({ candidate }: { candidate: Candidate }) {
  return (
    <div className={style.evidence}>
      {candidate.evidence.map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: evidence is never reordered
        <section key={place} className={style.piece}>
          <h3>
            <FormattedMessage id={EVIDENCE_KINDS[piece.kind]} />
          </h3>
          <Piece piece={piece} source={candidate.source.kind} />
          <VerdictMark verdict={verdictOf(piece)} />
        </section>
      ))}
      <EntryCorrections candidate={candidate} />
      <Grounds candidate={candidate} />
    </div>
  );
}

function Piece({ piece, source }: { piece: Evidence; source: Source }) {
  const intl = useIntl();
  const countries = useCountries();
  if (piece.kind === 'name') {
    return (
      <div>
        <p className={style.names}>
          <FormattedMessage
            id={piece.quality === 'low' ? 'evidence.name.low' : 'evidence.name.words'}
            values={{
              query: <bdi lang={scriptTag(piece.query)}>{piece.query}</bdi>,
              listed: <bdi lang={scriptTag(piece.listed)}>{piece.listed}</bdi>,
              kind: intl.formatMessage({ id: NAME_KINDS[piece.nameKind] }),
              source,
            }}
          />
        </p>
        <Tokens tokens={piece.tokens} source={source} />
      </div>
    );
  }
  if (piece.kind === 'document' || piece.kind === 'object') {
    const type =
      piece.kind === 'object'
        ? schemeInWords(intl, piece.scheme)
        : intl.formatMessage({ id: DOCUMENT_TYPES[piece.type as keyof typeof DOCUMENT_TYPES] ?? 'document.other' });
    return (
      <p>
        <FormattedMessage
          id="evidence.document.words"
          values={{ query: <code>{piece.query}</code>, listed: <code>{piece.listed}</code>, type, source }}
        />
      </p>
    );
  }
  if (piece.kind === 'national-number') return <p>{nationalNumberInWords(intl, piece)}</p>;
  return <p>{factInWords(intl, piece, source, countries.name)}</p>;
}
