import type { Candidate, Evidence } from '@entente/contracts/screening';
import { FormattedMessage, useIntl } from 'react-intl';
import { DOCUMENT_TYPES, NAME_KINDS } from '../../ui/identity-words.ts';
import { scriptTag } from '../../ui/script.ts';
import style from './evidence.module.css';
import { EVIDENCE_KINDS, factInWords, verdictOf } from './evidence-words.ts';
import { Tokens } from './tokens.tsx';
import { VerdictMark } from './verdict.tsx';

/** Why this candidate: each piece of evidence in words, then what the listing rests on. */
export function EvidenceView({ candidate }: { candidate: Candidate }) {
  const intl = useIntl();
  return (
    <div className={style.evidence}>
      {candidate.evidence.map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: evidence is never reordered
        <section key={place} className={style.piece}>
          <h3>
            <FormattedMessage id={EVIDENCE_KINDS[piece.kind]} />
          </h3>
          <Piece piece={piece} />
          <VerdictMark verdict={verdictOf(piece)} />
        </section>
      ))}
      <dl className={style.listing}>
        <div>
          <dt>
            <FormattedMessage id="candidate.score" />
          </dt>
          <dd>{intl.formatNumber(candidate.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="candidate.reference" />
          </dt>
          <dd>
            <code>{candidate.ref}</code>
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="candidate.legal-basis" />
          </dt>
          <dd>{candidate.legalBasis}</dd>
        </div>
        {candidate.programmes.length > 0 && (
          <div>
            <dt>
              <FormattedMessage id="candidate.programmes" />
            </dt>
            <dd>{candidate.programmes.join(' · ')}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function Piece({ piece }: { piece: Evidence }) {
  const intl = useIntl();
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
            }}
          />
        </p>
        <Tokens tokens={piece.tokens} />
      </div>
    );
  }
  if (piece.kind === 'document') {
    const type = DOCUMENT_TYPES[piece.type as keyof typeof DOCUMENT_TYPES] ?? 'document.other';
    return (
      <p>
        <FormattedMessage
          id="evidence.document.words"
          values={{
            query: <code>{piece.query}</code>,
            listed: <code>{piece.listed}</code>,
            type: intl.formatMessage({ id: type }),
          }}
        />
      </p>
    );
  }
  return <p>{factInWords(intl, piece)}</p>;
}
