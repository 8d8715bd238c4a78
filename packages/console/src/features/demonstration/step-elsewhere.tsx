import type { GuideStep } from '@entente/contracts/access/guide';
import { useRouter } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { errandTo } from './errand.ts';
import style from './guide.module.css';
import type { StepElsewhere } from './steps.ts';

interface StepElsewhereProps {
  step: GuideStep;
  elsewhere: StepElsewhere['elsewhere'];
  /** The id of the words that say what is done there. */
  describedBy: string;
}

/** The way to another node: a page of its own, with officers of its own, where the step's words are read on. */
export function StepElsewhereLink({ step, elsewhere: { officer, place }, describedBy }: StepElsewhereProps) {
  const router = useRouter();
  return (
    <div className={style.officer}>
      <p>
        <FormattedMessage
          id="guide.elsewhere-as"
          values={{ name: <b>{officer.name}</b>, role: <FormattedMessage id={`role.${officer.role}`} /> }}
        />
      </p>
      <a
        className={style.go}
        href={`${delhi()}${router.buildLocation(place).href}${errandTo(step)}`}
        target="_blank"
        rel="noreferrer"
        aria-describedby={describedBy}
      >
        <FormattedMessage id="guide.go-elsewhere" />
      </a>
    </div>
  );
}

/** A demonstration lays its nodes out on ports one after the other, India's next to Kazakhstan's. */
function delhi(): string {
  return `http://in.localhost:${Number(window.location.port) + 1}`;
}
