import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useStore } from '../../api/store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { GuideActs } from './acts.ts';
import { folded, foldGuide } from './folded.ts';
import { GuideHead } from './guide-head.tsx';
import style from './guide-place.module.css';
import { GuideTab } from './guide-tab.tsx';

const Guide = lazy(async () => ({ default: (await import('./guide.tsx')).Guide }));

/** Narrower, the guide would take what the officer works on: it stays a tab, and opens over the page when pressed. */
const WIDE = '(min-width: 1101px)';

/** The guide's place beside every page of a demonstration; its width is known before anything of it is loaded. */
export function GuidePlace({ acts }: { acts: GuideActs }) {
  const intl = useIntl();
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const isFolded = useStore(folded);
  const [sheet, setSheet] = useState(false);
  const place = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  const beside = wide && !isFolded;

  // Tab and panel take each other's place: the focus goes along with whoever pressed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when they have changed places
  useEffect(() => {
    if (pressed.current) place.current?.querySelector('button')?.focus();
    pressed.current = false;
  }, [beside]);

  function fold(next: boolean) {
    pressed.current = true;
    foldGuide(next);
  }

  return (
    <aside
      ref={place}
      className={style.place}
      aria-label={intl.formatMessage({ id: 'guide.label' })}
      data-beside={beside || undefined}
    >
      {beside ? (
        <div className={style.panel}>
          <GuideHead onFold={() => fold(true)} />
          <Suspense>
            <Guide acts={acts} />
          </Suspense>
        </div>
      ) : (
        <GuideTab open={sheet} onOpen={() => (wide ? fold(false) : setSheet(true))} />
      )}
      {sheet && !wide && (
        <Dialog title={intl.formatMessage({ id: 'guide.title' })} width="sheet" bare onClose={() => setSheet(false)}>
          <div className={style.panel}>
            <GuideHead named onFold={() => setSheet(false)} />
            <Suspense>
              <Guide acts={closing(acts, () => setSheet(false))} />
            </Suspense>
          </div>
        </Dialog>
      )}
    </aside>
  );
}

/** In the sheet: what was pressed is seen only once the sheet no longer lies over it. */
function closing(acts: GuideActs, close: () => void): GuideActs {
  return {
    onSignedIn: async (session, address) => {
      close();
      await acts.onSignedIn(session, address);
    },
    onHand: (text) => {
      close();
      acts.onHand(text);
    },
    onDraft: async (content) => {
      await acts.onDraft(content);
      close();
    },
    onGo: close,
  };
}
