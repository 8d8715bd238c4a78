import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { IconUserSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useMay } from '../../../api/access.ts';
import { Button } from '../../../ui/button.tsx';
import { Moment } from '../../../ui/moment.tsx';
import style from './referral.module.css';
import { ReferralDialog } from './referral-dialog.tsx';

interface ReferralBarProps {
  /** Id of the check that met somebody. */
  check: string;
  /** Ctrl-Enter does the same: only where there is one on the page. */
  shortcut?: boolean;
}

/** Takes a hit to the second line, by a press or Ctrl-Enter; afterwards says that it was taken there, and where. */
export function ReferralBar({ check, shortcut = false }: ReferralBarProps) {
  const may = useMay('screening.second-line');
  const [asking, setAsking] = useState(false);
  const [taken, setTaken] = useState<SecondLineView | null>(null);
  useEffect(() => {
    if (!shortcut) return;
    function keys(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !event.ctrlKey || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (may && !taken) setAsking(true);
    }
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  }, [may, taken, shortcut]);
  if (!may) return null;
  return (
    <div className={style.bar}>
      {taken ? (
        <p className={style.taken} role="status">
          <FormattedMessage id="referral.taken" values={{ at: <Moment at={taken.openedAt} />, place: taken.place }} />{' '}
          <Link to="/second-line/$id" params={{ id: taken.id }}>
            <FormattedMessage id="referral.open" />
          </Link>
        </p>
      ) : (
        <Button
          weight="main"
          icon={<IconUserSearch aria-hidden />}
          aria-keyshortcuts={shortcut ? 'Control+Enter' : undefined}
          onClick={() => setAsking(true)}
        >
          <FormattedMessage id="referral.take" />
        </Button>
      )}
      {asking && (
        <ReferralDialog
          check={check}
          onTaken={(view) => {
            setTaken(view);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
