import type { Candidate } from '@entente/contracts/screening';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { Name } from '../../ui/name.tsx';
import { AskedAction } from './asked-action.tsx';
import style from './candidates.module.css';
import { Cautions } from './caution-list.tsx';
import { CANDIDATE } from './desk-keys.ts';
import { EvidenceView } from './evidence.tsx';
import { EVIDENCE_KINDS, verdictOf } from './evidence-words.ts';
import { namesOf } from './names.ts';
import { SourceLine } from './source-line.tsx';
import { VerdictMark } from './verdict.tsx';

interface CandidateRowProps {
  candidate: Candidate;
  open: boolean;
  onToggle: () => void;
}

/** One candidate: who, whose alert or which list, what speaks for and against, what to do; the evidence beneath. */
export function CandidateRow({ candidate, open, onToggle }: CandidateRowProps) {
  const evidence = useId();
  return (
    <li>
      <button
        type="button"
        className={style.candidate}
        aria-expanded={open}
        aria-controls={evidence}
        onClick={onToggle}
        {...{ [CANDIDATE]: true }}
      >
        <span className={style.who}>
          <span className={style.name}>
            <Name {...namesOf(candidate)} />
          </span>
          <SourceLine candidate={candidate} />
          <Verdicts candidate={candidate} />
        </span>
        <span className={style.action}>
          <AskedAction candidate={candidate} />
        </span>
        <IconChevronDown size={18} aria-hidden className={style.chevron} />
      </button>
      <div className={style.cautions}>
        <Cautions candidate={candidate} />
      </div>
      <div id={evidence} hidden={!open}>
        {open && <EvidenceView candidate={candidate} />}
      </div>
    </li>
  );
}

/** What speaks for and against, in one line. */
function Verdicts({ candidate }: { candidate: Candidate }) {
  return (
    <span className={style.verdicts}>
      {candidate.evidence.map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: evidence is never reordered
        <span key={place}>
          <FormattedMessage id={EVIDENCE_KINDS[piece.kind]} />
          <VerdictMark verdict={verdictOf(piece)} />
        </span>
      ))}
    </span>
  );
}
