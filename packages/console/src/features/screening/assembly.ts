import { readZone } from './zone.ts';

/** How long a scanner may take between two lines. */
export const BETWEEN_LINES_MS = 400;
/** A whole zone that stands still this long is checked, Enter or not. */
export const SETTLED_MS = 150;
/** Scanners that end with two Enters must not check twice. */
const SAME_AGAIN_MS = 800;

/** What the field does next: nothing, begin a new line, or check the text. */
export type Step = { do: 'nothing' } | { do: 'break' } | { do: 'check'; text: string };

/** Puts together what a keyboard-wedge scanner or a person types into the one field. */
export interface Assembly {
  /** Enter was pressed. */
  enter(text: string, now: number): Step;
  /** The text changed by a key, a paste or by being cleared. */
  changed(text: string, now: number): void;
  /** When `due` wants to be asked next, if at all. */
  readonly wake: number | null;
  due(now: number): Step;
}

/** Before the first check, and again as soon as the text is another. */
const NEVER = { text: '', at: Number.NEGATIVE_INFINITY };
const NOTHING: Step = { do: 'nothing' };

/** Time is handed in, in milliseconds of any clock. */
export function createAssembly(): Assembly {
  let typed = '';
  let wake: number | null = null;
  let checked = NEVER;

  function check(text: string, now: number): Step {
    const zone = readZone(text);
    const sent = zone ? zone.lines.join('\n') : text.trim();
    wake = null;
    if (sent === '' || (sent === checked.text && now - checked.at < SAME_AGAIN_MS)) return NOTHING;
    checked = { text: sent, at: now };
    return { do: 'check', text: sent };
  }

  return {
    enter(text, now) {
      typed = text;
      const zone = readZone(text);
      if (!zone || zone.lines.length >= zone.expected) return check(text, now);
      // A second Enter on the same lines: the person wants this half read checked as it is.
      if (/\n\s*$/.test(text)) return check(text, now);
      wake = now + BETWEEN_LINES_MS;
      return { do: 'break' };
    },
    changed(text, now) {
      checked = NEVER;
      const waiting = wake !== null;
      typed = text;
      const zone = readZone(text);
      if (zone?.whole) wake = now + SETTLED_MS;
      else wake = waiting && zone ? now + BETWEEN_LINES_MS : null;
    },
    get wake() {
      return wake;
    },
    due(now) {
      return wake !== null && now >= wake ? check(typed, now) : NOTHING;
    },
  };
}
