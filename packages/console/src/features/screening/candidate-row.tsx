import type { Candidate } from '@entente/contracts/screening';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { ACTIONS, SUBJECT_KINDS } from '../../ui/listed-words.ts';
import { Name } from '../../ui/name.tsx';
import { useTranslated } from '../../ui/translated.ts';
import style from './candidates.module.css';
import { CANDIDATE } from './desk-keys.ts';
import { EvidenceView } from './evidence.tsx';
import { EVIDENCE_KINDS, verdictOf } from './evidence-words.ts';
import { VerdictMark } from './verdict.tsx';

interface CandidateRowProps {
  candidate: Candidate;
  open: boolean;
  onToggle: () => void;
}

/** One candidate: who, from which list, what speaks for and against, what to do; the evidence beneath. */
export function CandidateRow({ candidate, open, onToggle }: CandidateRowProps) {
  const translated = useTranslated();
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
          <span className={style.source}>
            <FormattedMessage id={SUBJECT_KINDS[candidate.kind]} />
            <span>{translated(candidate.listNames)}</span>
            <code>{candidate.citation ?? candidate.ref}</code>
          </span>
        </span>
        <span className={style.action}>
          <span className={style.actionLabel}>
            <FormattedMessage id="candidate.action" />
          </span>
          <FormattedMessage id={ACTIONS[candidate.action]} />
        </span>
        <IconChevronDown size={18} aria-hidden className={style.chevron} />
        <span className={style.verdicts}>
          {candidate.evidence.map((piece, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: evidence is never reordered
            <span key={place}>
              <FormattedMessage id={EVIDENCE_KINDS[piece.kind]} />
              <VerdictMark verdict={verdictOf(piece)} />
            </span>
          ))}
        </span>
      </button>
      <div id={evidence} hidden={!open}>
        {open && <EvidenceView candidate={candidate} />}
      </div>
    </li>
  );
}

/** The name that met, in its original script, comes before the list's primary name. */
function namesOf({ name, evidence }: Candidate): { name: string; latin?: string } {
  const original = evidence.find((piece) => piece.kind === 'name' && piece.nameKind === 'original-script');
  return original?.kind === 'name' && original.listed !== name ? { name: original.listed, latin: name } : { name };
}
