import type { Candidate } from '@entente/contracts/screening';
import type { GivenReport } from '@entente/contracts/screening/report';
import type { GivenVerdict, SecondLineView } from '@entente/contracts/screening/second-line';
import { FormattedMessage } from 'react-intl';
import { useSession } from '../../../api/access.ts';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { ReportAnew } from './report-anew.tsx';
import { ReportReviewForm } from './report-review.tsx';
import { CHOICES } from './report-words.ts';

interface GivenReportProps {
  view: SecondLineView;
  candidate: Candidate;
  given: GivenVerdict;
}

/** What was chosen about a report, and the step that waits: a second officer's word, or the choice anew. */
export function GivenReportView({ view, candidate, given }: GivenReportProps) {
  const { officer } = useSession();
  const { report, claimsProtection } = given;
  if (!report) return null;
  const mayReview = report.state === 'awaits-second' && officer?.id !== report.by.id;
  return (
    <>
      <Facts>
        {claimsProtection && (
          <Fact name={<FormattedMessage id="report.protection" />}>
            <FormattedMessage id="report.protection.claims" />
          </Fact>
        )}
        <Chosen report={report} />
      </Facts>
      {mayReview && <ReportReviewForm view={view} candidate={candidate} />}
      {report.state === 'declined' && <ReportAnew view={view} candidate={candidate} />}
    </>
  );
}

function Chosen({ report }: { report: GivenReport }) {
  const { choice, reason, words, state, by, at, second } = report;
  return (
    <>
      <Fact name={<FormattedMessage id="report.chosen" />} aside={<Moment at={at} />}>
        <FormattedMessage id={CHOICES[choice].name} />
      </Fact>
      <Fact name={<FormattedMessage id="given.by" />}>{by.name}</Fact>
      {state === 'awaits-second' && (
        <Fact name={<FormattedMessage id="report.second" />}>
          <Mark kind="awaits-second" />
        </Fact>
      )}
      {second && (
        <Fact name={<FormattedMessage id="report.second" />} aside={<Moment at={second.at} />}>
          <FormattedMessage
            id={state === 'declined' ? 'report.second.declined' : 'report.second.agreed'}
            values={{ name: second.by.name }}
          />
          {second.note && <bdi>{`: ${second.note}`}</bdi>}
        </Fact>
      )}
      {reason && (
        <Fact name={<FormattedMessage id="report.reason" />}>
          <bdi>{reason}</bdi>
        </Fact>
      )}
      {words && (
        <Fact name={<FormattedMessage id="report.words" />}>
          <bdi>{words}</bdi>
        </Fact>
      )}
    </>
  );
}
