import { useEffect } from 'react';
import { useStore } from '../../../api/store.ts';
import { muted, playTone } from './tone.ts';

const TONE_EVERY_MS = 10_000;
const TITLE_EVERY_MS = 1_000;

/** While something sounds: a tone now and every ten seconds, unless this browser keeps still. */
export function useDutyTone(sounds: boolean): void {
  const still = useStore(muted);
  useEffect(() => {
    if (!sounds || still) return;
    playTone();
    const timer = setInterval(playTone, TONE_EVERY_MS);
    return () => clearInterval(timer);
  }, [sounds, still]);
}

/** Puts words before the document's title while they are given; pages go on naming it behind them. */
export function useTitleWords(words: string | null): void {
  useEffect(() => {
    if (words === null) return;
    const prefix = `▲ ${words} · `;
    const put = () => {
      if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    };
    put();
    const timer = setInterval(put, TITLE_EVERY_MS);
    return () => {
      clearInterval(timer);
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [words]);
}
