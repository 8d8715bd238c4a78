import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import style from './mark.module.css';

/** Every state that is shown by a mark has one word, one shape and one colour, used everywhere. */
export const MARKS = {
  hit: { id: 'mark.hit', tone: 'hit', shape: 'octagon' },
  possible: { id: 'mark.possible', tone: 'possible', shape: 'triangle' },
  'no-hit': { id: 'mark.no-hit', tone: 'clear', shape: 'circle' },
  unreadable: { id: 'mark.unreadable', tone: 'mute', shape: 'bars' },
  'exact-document': { id: 'mark.exact-document', tone: 'hit', shape: 'octagon' },
  'exact-number': { id: 'mark.exact-number', tone: 'hit', shape: 'octagon' },
  strong: { id: 'mark.strong', tone: 'hit', shape: 'diamond' },
  done: { id: 'mark.done', tone: 'clear', shape: 'circle' },
  refused: { id: 'mark.refused', tone: 'possible', shape: 'diamond' },
  failed: { id: 'mark.failed', tone: 'hit', shape: 'octagon' },
  aborted: { id: 'mark.aborted', tone: 'mute', shape: 'square' },
  reading: { id: 'mark.reading', tone: 'accent', shape: 'ring' },
  checking: { id: 'mark.checking', tone: 'accent', shape: 'ring' },
  'checking-stopped': { id: 'mark.checking-stopped', tone: 'possible', shape: 'square' },
  applying: { id: 'mark.applying', tone: 'accent', shape: 'ring' },
  silent: { id: 'mark.silent', tone: 'mute', shape: 'dash' },
  answering: { id: 'mark.answering', tone: 'clear', shape: 'circle' },
  held: { id: 'mark.held', tone: 'clear', shape: 'circle' },
  erased: { id: 'mark.erased', tone: 'mute', shape: 'dash' },
  pending: { id: 'mark.pending', tone: 'accent', shape: 'ring' },
  added: { id: 'mark.added', tone: 'clear', shape: 'plus' },
  changed: { id: 'mark.changed', tone: 'possible', shape: 'diamond' },
  removed: { id: 'mark.removed', tone: 'mute', shape: 'dash' },
  draft: { id: 'mark.draft', tone: 'mute', shape: 'bars' },
  'in-review': { id: 'mark.in-review', tone: 'accent', shape: 'half' },
  'in-force': { id: 'mark.in-force', tone: 'clear', shape: 'circle' },
  suspended: { id: 'mark.suspended', tone: 'possible', shape: 'pause' },
  abandoned: { id: 'mark.abandoned', tone: 'mute', shape: 'dash' },
  withdrawn: { id: 'mark.withdrawn', tone: 'mute', shape: 'square' },
  expired: { id: 'mark.expired', tone: 'mute', shape: 'hourglass' },
  deleted: { id: 'mark.deleted', tone: 'mute', shape: 'cross' },
  disputed: { id: 'mark.disputed', tone: 'possible', shape: 'triangle' },
  confirmed: { id: 'mark.confirmed', tone: 'clear', shape: 'circle' },
  claimed: { id: 'mark.claimed', tone: 'possible', shape: 'triangle' },
  false: { id: 'mark.false', tone: 'mute', shape: 'cross' },
  misused: { id: 'mark.misused', tone: 'accent', shape: 'shield' },
  'way-open': { id: 'mark.way-open', tone: 'clear', shape: 'circle' },
  'way-closed': { id: 'mark.way-closed', tone: 'possible', shape: 'hourglass' },
  'way-locked': { id: 'mark.way-locked', tone: 'hit', shape: 'lock' },
  running: { id: 'mark.running', tone: 'accent', shape: 'ring' },
  warning: { id: 'mark.warning', tone: 'possible', shape: 'triangle' },
  over: { id: 'mark.over', tone: 'hit', shape: 'octagon' },
  stopped: { id: 'mark.stopped', tone: 'mute', shape: 'square' },
  open: { id: 'mark.open', tone: 'accent', shape: 'half' },
  'alarm-quiet': { id: 'mark.alarm-quiet', tone: 'possible', shape: 'triangle' },
  'alarm-sounding': { id: 'mark.alarm-sounding', tone: 'hit', shape: 'octagon' },
  'alarm-escalated': { id: 'mark.alarm-escalated', tone: 'hit', shape: 'diamond' },
  unacknowledged: { id: 'mark.unacknowledged', tone: 'accent', shape: 'ring' },
  acknowledged: { id: 'mark.acknowledged', tone: 'accent', shape: 'half' },
  'awaits-second': { id: 'mark.awaits-second', tone: 'possible', shape: 'half' },
  'awaits-signature': { id: 'mark.awaits-signature', tone: 'accent', shape: 'half' },
  'both-signed': { id: 'mark.both-signed', tone: 'clear', shape: 'circle' },
  closed: { id: 'mark.closed', tone: 'mute', shape: 'square' },
  'same-person': { id: 'mark.same-person', tone: 'hit', shape: 'diamond' },
  'not-the-same': { id: 'mark.not-the-same', tone: 'clear', shape: 'circle' },
  asleep: { id: 'mark.asleep', tone: 'possible', shape: 'pause' },
  flagged: { id: 'mark.flagged', tone: 'possible', shape: 'bars' },
  'on-its-way': { id: 'mark.on-its-way', tone: 'accent', shape: 'ring' },
  arrived: { id: 'mark.arrived', tone: 'accent', shape: 'half' },
  taken: { id: 'mark.taken', tone: 'clear', shape: 'circle' },
  'cannot-be-established': { id: 'mark.cannot-be-established', tone: 'possible', shape: 'half' },
  reachable: { id: 'mark.reachable', tone: 'clear', shape: 'circle' },
  unreachable: { id: 'mark.unreachable', tone: 'possible', shape: 'triangle' },
  'channel-suspended': { id: 'mark.channel-suspended', tone: 'possible', shape: 'pause' },
  'member-suspended': { id: 'mark.member-suspended', tone: 'mute', shape: 'pause' },
  cosigning: { id: 'mark.cosigning', tone: 'clear', shape: 'circle' },
  standing: { id: 'mark.standing', tone: 'clear', shape: 'circle' },
  'split-view': { id: 'mark.split-view', tone: 'hit', shape: 'octagon' },
  'to-decide': { id: 'mark.to-decide', tone: 'possible', shape: 'triangle' },
  'with-owner': { id: 'mark.with-owner', tone: 'accent', shape: 'ring' },
  told: { id: 'mark.told', tone: 'clear', shape: 'circle' },
  'not-confirmed': { id: 'mark.not-confirmed', tone: 'mute', shape: 'dash' },
  recalled: { id: 'mark.recalled', tone: 'mute', shape: 'square' },
} as const;

export type MarkKind = keyof typeof MARKS;

const SHAPES: Record<(typeof MARKS)[MarkKind]['shape'], ReactNode> = {
  octagon: <path d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2Z" />,
  triangle: <path d="M8 1.2 15.4 14.4H.6Z" />,
  circle: <circle cx="8" cy="8" r="6.6" />,
  diamond: <path d="M8 .8 15.2 8 8 15.2.8 8Z" />,
  square: <path d="M2 2h12v12H2Z" />,
  bars: <path d="M1 3h14v2.6H1Zm0 4.2h9v2.6H1Zm0 4.2h5V14H1Z" />,
  ring: (
    <path
      fillRule="evenodd"
      d="M8 1.4a6.6 6.6 0 1 1 0 13.2A6.6 6.6 0 0 1 8 1.4Zm0 3a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2Z"
    />
  ),
  dash: <path d="M1 6.5h14v3H1Z" />,
  half: <path fillRule="evenodd" d="M8 1.4a6.6 6.6 0 1 1 0 13.2A6.6 6.6 0 0 1 8 1.4Zm0 2.2a4.4 4.4 0 0 0 0 8.8Z" />,
  pause: <path d="M2.5 1.5h4v13h-4Zm7 0h4v13h-4Z" />,
  hourglass: <path d="M2 1h12v2.6L9.6 8l4.4 4.4V15H2v-2.6L6.4 8 2 3.6Z" />,
  cross: <path d="M3.4 1 8 5.6 12.6 1 15 3.4 10.4 8l4.6 4.6-2.4 2.4L8 10.4 3.4 15 1 12.6 5.6 8 1 3.4Z" />,
  shield: <path d="M8 .8 14.4 3v5c0 3.6-2.6 6-6.4 7.4C4.2 14 1.6 11.6 1.6 8V3Z" />,
  lock: <path d="M4 7V5a4 4 0 0 1 8 0v2h1.4v8H2.6V7Zm2.2 0h3.6V5a1.8 1.8 0 0 0-3.6 0Z" />,
  plus: <path d="M6.4 1.5h3.2v4.9h4.9v3.2H9.6v4.9H6.4V9.6H1.5V6.4h4.9Z" />,
};

/** The shape alone, where the word stands beside it anyway. */
export function Shape({ kind, size = 12 }: { kind: MarkKind; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      {SHAPES[MARKS[kind].shape]}
    </svg>
  );
}

/** Shape and word in a row of a table. */
export function Mark({ kind }: { kind: MarkKind }) {
  return (
    <span className={style.mark} data-tone={MARKS[kind].tone}>
      <Shape kind={kind} size={11} />
      <FormattedMessage id={MARKS[kind].id} />
    </span>
  );
}
