import { createStore } from '../../../api/store.ts';

const KEPT = 'entente-duty-muted';

/** Whether this browser keeps still; remembered on this machine, since it is about the room it stands in. */
export const muted = createStore(localStorage.getItem(KEPT) === 'true');

export function setMuted(still: boolean): void {
  localStorage.setItem(KEPT, String(still));
  muted.set(still);
}

const NOTES = [660, 880, 660];
const NOTE_SECONDS = 0.22;
const LOUDNESS = 0.16;

let context: AudioContext | undefined;

/** Plays a short tone. A browser that has not been touched yet lets nothing sound: the header and the title tell then. */
export function playTone(): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume().catch(() => undefined);
  const from = context.currentTime;
  for (const [place, frequency] of NOTES.entries()) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    const starts = from + place * NOTE_SECONDS;
    oscillator.frequency.value = frequency;
    // Faded in and out, so that it does not click.
    gain.gain.setValueAtTime(0, starts);
    gain.gain.linearRampToValueAtTime(LOUDNESS, starts + 0.02);
    gain.gain.linearRampToValueAtTime(0, starts + NOTE_SECONDS);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(starts);
    oscillator.stop(starts + NOTE_SECONDS);
  }
}
