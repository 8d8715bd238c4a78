import type { SessionView } from '@entente/contracts/access';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { FormattedMessage } from 'react-intl';
import { useStore } from '../../api/store.ts';
import { PurposeButton } from '../../features/access/index.ts';
import { useTranslated } from '../../ui/translated.ts';
import { paletteOpen, purposeOpen } from '../palette-state.ts';
import { Emblem } from './emblem.tsx';
import style from './header.module.css';
import { LanguageMenu } from './language-menu.tsx';
import { NodeStatus } from './node-status.tsx';
import { OfficerMenu } from './officer-menu.tsx';
import { SchemeButton } from './scheme-button.tsx';

// Only for who hears the duty desk, and not before the first page stands.
const DutyMark = lazy(async () => ({ default: (await import('../../features/cases/index.ts')).DutyMark }));

interface HeaderProps {
  session: SessionView;
  action: string | undefined;
  onLeave: () => void;
}

/** Always says for which state, authority and purpose one is acting. */
export function Header({ session, action, onLeave }: HeaderProps) {
  const translated = useTranslated();
  const { node, officer } = session;
  return (
    <header className={style.header}>
      <span className={style.emblem}>
        <Emblem />
      </span>
      <div className={style.acting}>
        <span className={style.state}>{translated(node.stateNames)}</span>
        <span className={style.authority}>{officer && translated(officer.authority.names)}</span>
      </div>
      <PurposeButton action={action} open={useStore(purposeOpen)} onOpen={purposeOpen.set} />
      <div className={style.end}>
        {session.actions.includes('cases.view-duty') && (
          <Suspense fallback={null}>
            <DutyMark />
          </Suspense>
        )}
        <NodeStatus />
        <button
          type="button"
          className={style.search}
          aria-keyshortcuts="Control+K"
          onClick={() => paletteOpen.set(true)}
        >
          <IconSearch size={16} aria-hidden />
          <span className={style.searchWords}>
            <FormattedMessage id="palette.open" />
          </span>
          <kbd>Ctrl K</kbd>
        </button>
        <LanguageMenu />
        <SchemeButton />
        <OfficerMenu session={session} onLeave={onLeave} />
      </div>
    </header>
  );
}
