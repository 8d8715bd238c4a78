import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import style from './guide.module.css';
import type { StepElsewhere } from './steps.ts';

/** What is done at another node, and the way there: a page of its own, with officers of its own. */
export function StepElsewhereBody({ step: { lead, elsewhere } }: { step: StepElsewhere }) {
  const described = useId();
  return (
    <div className={style.body}>
      <p id={described}>
        <FormattedMessage id={lead} />
      </p>
      <a
        className={style.go}
        href={addressOf(elsewhere)}
        target={`entente-${elsewhere.node}`}
        rel="noreferrer"
        aria-describedby={described}
      >
        <FormattedMessage id="guide.go-elsewhere" />
      </a>
    </div>
  );
}

/** A demonstration lays its nodes out on ports one after the other, India's next to Kazakhstan's. */
function addressOf({ node, path }: StepElsewhere['elsewhere']): string {
  return `http://${node}.localhost:${Number(window.location.port) + 1}${path}`;
}
