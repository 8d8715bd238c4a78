import type { Candidate } from '@entente/contracts/screening';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { IconChevronDown } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { caseQuery, keepCase, saveChecklist } from '../../../api/screening/second-line.ts';
import { Button } from '../../../ui/button.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Name } from '../../../ui/name.tsx';
import { AskedAction } from '../asked-action.tsx';
import { Cautions } from '../caution-list.tsx';
import { CANDIDATE } from '../desk-keys.ts';
import { EvidenceView } from '../evidence.tsx';
import { namesOf } from '../names.ts';
import { SourceLine } from '../source-line.tsx';
import style from './case-candidate.module.css';
import { Checklist } from './checklist.tsx';
import { ChecklistKeeper } from './checklist-keeper.ts';
import { ComparedAlertView } from './compared-alert.tsx';
import { takeUpNewer } from './conflict.ts';
import { GivenReportView } from './given-report.tsx';
import { GivenVerdictView } from './given-verdict.tsx';
import { VerdictForm } from './verdict-form.tsx';

interface CaseCandidateProps {
  view: SecondLineView;
  candidate: Candidate;
  open: boolean;
  onToggle: () => void;
}

/** One candidate of a case: who it may be, what to compare, the checklist and the verdict. */
export function CaseCandidate({ view, candidate, open, onToggle }: CaseCandidateProps) {
  const body = useId();
  const given = view.given.find((one) => one.candidate === candidate.key);
  return (
    <section className={style.candidate}>
      <h2>
        <button
          type="button"
          className={style.head}
          aria-expanded={open}
          aria-controls={body}
          onClick={onToggle}
          {...{ [CANDIDATE]: true }}
        >
          <span className={style.who}>
            <span className={style.name}>
              <Name {...namesOf(candidate)} />
            </span>
            <SourceLine candidate={candidate} />
          </span>
          <span className={style.verdict}>
            {given ? (
              <Mark kind={given.report?.state === 'awaits-second' ? 'awaits-second' : given.verdict} />
            ) : (
              <span className={style.open}>
                <FormattedMessage id="case.undecided" />
              </span>
            )}
          </span>
          <IconChevronDown size={18} aria-hidden className={style.chevron} />
        </button>
      </h2>
      <div id={body} hidden={!open}>
        {open && <OpenCandidate view={view} candidate={candidate} />}
      </div>
    </section>
  );
}

function OpenCandidate({ view, candidate }: { view: SecondLineView; candidate: Candidate }) {
  const client = useQueryClient();
  const { source } = candidate;
  const alert = source.kind === 'alert' ? view.alerts.find(({ id }) => id === source.alert) : undefined;
  const given = view.given.find((one) => one.candidate === candidate.key);
  const [evidence, setEvidence] = useState(!alert);
  const [keeper] = useState(
    () =>
      new ChecklistKeeper(view.drafts[candidate.key] ?? [], async (checklist) => {
        const saved = { candidate: candidate.key, checklist };
        const { revision } = client.getQueryData(caseQuery(view.id).queryKey) ?? view;
        try {
          keepCase(client, await saveChecklist(view.id, { ...saved, revision }));
        } catch (error) {
          // A colleague worked on the case meanwhile: his work is taken up, and ours is saved on top of it.
          const newer = await takeUpNewer(client, view.id, error);
          if (!newer) throw error;
          keepCase(client, await saveChecklist(view.id, { ...saved, revision: newer.revision }));
        }
      }),
  );
  return (
    <div className={style.body}>
      <AskedAction candidate={candidate} />
      <Cautions candidate={candidate} />
      {alert && <ComparedAlertView alert={alert} candidate={candidate} readAs={view.readAs} />}
      <div>
        <Button weight="quiet" aria-expanded={evidence} onClick={() => setEvidence(!evidence)}>
          <FormattedMessage id={evidence ? 'case.evidence.close' : 'case.evidence.open'} />
        </Button>
        {evidence && (
          <div className={style.evidence}>
            <EvidenceView candidate={candidate} />
          </div>
        )}
      </div>
      {given ? (
        <>
          <GivenVerdictView given={given} />
          <GivenReportView view={view} candidate={candidate} given={given} />
        </>
      ) : (
        view.closedAt === null && (
          <div className={style.decide}>
            <Checklist keeper={keeper} />
            <VerdictForm view={view} candidate={candidate} keeper={keeper} />
          </div>
        )
      )}
    </div>
  );
}
