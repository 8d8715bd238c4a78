import type { Acceptance, AlertStatus, Refusal, Review, VersionKind } from '@entente/contracts/alerts/alert';
import type { AlertKind } from '@entente/contracts/alerts/catalogue';
import type { LifecycleRule } from '@entente/contracts/alerts/rules';

/** What a person may do with an alert. */
export type Move =
  | 'edit'
  | 'submit'
  | 'abandon'
  | 'review'
  | 'amend'
  | 'extend'
  | 'withdraw'
  | 'dispute'
  | 'resolve'
  | 'delete'
  | HeldMove;

/** What may be done with an alert of another state. */
export type HeldMove = 'accept' | 'refuse' | 'flag' | 'unflag';

/** Which permission of the gate each move needs. */
export const MOVE_PERMISSIONS: Record<Move, string> = {
  edit: 'alerts.draft',
  submit: 'alerts.draft',
  abandon: 'alerts.draft',
  review: 'alerts.review',
  amend: 'alerts.draft',
  extend: 'alerts.draft',
  withdraw: 'alerts.withdraw',
  dispute: 'alerts.dispute',
  resolve: 'alerts.dispute',
  delete: 'alerts.delete',
  accept: 'alerts.accept',
  refuse: 'alerts.accept',
  flag: 'alerts.flag',
  unflag: 'alerts.flag',
};

/** Where an alert stands, as far as the next step depends on it. */
export interface Standing {
  kind: AlertKind;
  status: AlertStatus;
  /** The version being written or reviewed, with everyone who wrote in it. */
  pending: { kind: VersionKind; state: 'draft' | 'in-review'; authors: readonly string[] } | null;
  disputed: boolean;
  lastStepAt: Date;
  expiresAt: Date | null;
  /** Of an alert of another state: what this state has said of it. */
  held?: { acceptance: Acceptance | null; flagged: boolean };
}

/** How a pending version ends with a step; `none` leaves it as it is. */
export type PendingEnd = 'none' | 'draft' | 'in-review' | 'approved' | 'refused' | 'abandoned';

/** What a step makes of an alert: its status, and the state its pending version takes. */
export interface Outcome {
  status: AlertStatus;
  pending: PendingEnd;
  disputed: boolean;
}

/** The rule that forbids a move now, or undefined. */
export function refuseMove(
  move: Move,
  standing: Standing,
  { now, officer }: { now: Date; officer: string },
): Refusal | undefined {
  const rule = isSetBack(standing, now) ? 'clock-set-back' : findHindrance(move, standing, now, officer);
  return rule && { rule, pointer: '' };
}

/** Everything an officer with these permissions may do now, for `AlertView.may`. */
export function may(
  standing: Standing,
  { now, officer, granted }: { now: Date; officer: string; granted: readonly string[] },
): Move[] {
  const moves = Object.keys(MOVE_PERMISSIONS) as Move[];
  return moves.filter(
    (move) => granted.includes(MOVE_PERMISSIONS[move]) && !refuseMove(move, standing, { now, officer }),
  );
}

/** Whether the clock is earlier than the alert's last step: then no step of anybody can be trusted, the node's neither. */
export function isSetBack({ lastStepAt }: Pick<Standing, 'lastStepAt'>, now: Date): boolean {
  return now.getTime() < lastStepAt.getTime();
}

/** Whether an alert in force has come to its end and is to be expired. */
export function isExpired({ status, expiresAt }: Pick<Standing, 'status' | 'expiresAt'>, now: Date): boolean {
  return isStanding(status) && expiresAt !== null && now.getTime() >= expiresAt.getTime();
}

/** When a record disputed at a moment ceases to answer, unless the dispute is resolved. */
export function suspensionMoment(disputedAt: Date, afterHours: number): Date {
  return new Date(disputedAt.getTime() + afterHours * 3_600_000);
}

/** Whether a disputed alert in force is to be suspended now. */
export function mustSuspend(
  { status, disputedAt }: { status: AlertStatus; disputedAt: Date | null },
  afterHours: number,
  now: Date,
): boolean {
  return status === 'in-force' && disputedAt !== null && now >= suspensionMoment(disputedAt, afterHours);
}

/** What follows from a step that was allowed. A review's outcome depends on its decision, a dispute's on its resolution. */
export function decideOutcome(
  step:
    | Exclude<Move, 'review' | 'resolve' | 'delete' | HeldMove>
    | 'expire'
    | 'suspend'
    | { review: Review['decision'] }
    | { resolve: 'upheld' | 'rejected' },
  { status, pending, disputed }: Pick<Standing, 'status' | 'pending' | 'disputed'>,
): Outcome {
  const first = pending?.kind === 'issue';
  const ended: PendingEnd = pending ? 'abandoned' : 'none';
  if (typeof step === 'object' && 'review' in step) {
    if (step.review === 'approve') return { status: first ? 'in-force' : status, pending: 'approved', disputed };
    if (step.review === 'return') return { status: first ? 'draft' : status, pending: 'draft', disputed };
    return { status: first ? 'refused' : status, pending: 'refused', disputed };
  }
  if (typeof step === 'object') {
    return step.resolve === 'upheld'
      ? { status: 'withdrawn', pending: ended, disputed: false }
      : { status: status === 'suspended' ? 'in-force' : status, pending: 'none', disputed: false };
  }
  switch (step) {
    case 'edit':
      return { status, pending: 'none', disputed };
    case 'submit':
      return { status: first ? 'in-review' : status, pending: 'in-review', disputed };
    case 'abandon':
      return { status: first ? 'abandoned' : status, pending: 'abandoned', disputed };
    case 'amend':
    case 'extend':
      return { status, pending: 'draft', disputed };
    case 'withdraw':
      return { status: 'withdrawn', pending: ended, disputed: false };
    case 'dispute':
      return { status, pending: 'none', disputed: true };
    case 'expire':
      return { status: 'expired', pending: ended, disputed: false };
    case 'suspend':
      return { status: 'suspended', pending: 'none', disputed };
  }
}

function isStanding(status: AlertStatus): boolean {
  return status === 'in-force' || status === 'suspended';
}

function findHindrance(
  move: Move,
  standing: Standing,
  now: Date,
  officer: string,
): LifecycleRule | 'own-review' | undefined {
  const { kind, status, pending, disputed, held } = standing;
  if (isHeldMove(move)) return held ? findHeldHindrance(move, standing, held, now) : 'own-alert';
  if (held) return 'not-the-owner';
  if (move === 'delete') return status === 'withdrawn' || status === 'expired' ? undefined : 'not-ended';
  switch (move) {
    case 'edit':
    case 'submit':
    case 'abandon':
      if (isExpired(standing, now)) return 'not-in-force';
      return pending?.state === 'draft' ? undefined : 'not-a-draft';
    case 'review':
      if (isExpired(standing, now)) return 'not-in-force';
      if (pending?.state !== 'in-review') return 'not-in-review';
      return pending.authors.includes(officer) ? 'own-review' : undefined;
    default:
      break;
  }
  if (!isStanding(status) || isExpired(standing, now)) return 'not-in-force';
  if (move === 'withdraw') return undefined;
  if (move === 'amend') return pending ? 'version-under-way' : undefined;
  if (move === 'extend') {
    if (disputed) return 'disputed-not-extended';
    return pending ? 'version-under-way' : undefined;
  }
  if (move === 'resolve') return disputed ? undefined : 'not-disputed';
  if (kind !== 'document' && kind !== 'blank-documents') return 'dispute-of-documents-only';
  return disputed ? 'already-disputed' : undefined;
}

const HELD_MOVES: readonly Move[] = ['accept', 'refuse', 'flag', 'unflag'] satisfies HeldMove[];

function isHeldMove(move: Move): move is HeldMove {
  return HELD_MOVES.includes(move);
}

/** Whoever refused may accept after all. A flag is lifted also once its alert has ended. */
function findHeldHindrance(
  move: HeldMove,
  standing: Standing,
  { acceptance, flagged }: NonNullable<Standing['held']>,
  now: Date,
): LifecycleRule | undefined {
  if (move === 'unflag') return flagged ? undefined : 'not-flagged';
  if (!isStanding(standing.status) || isExpired(standing, now)) return 'not-in-force';
  const sleeps = acceptance === 'awaited' || acceptance === 'refused';
  if (move === 'accept') return sleeps ? undefined : 'nothing-to-accept';
  if (move === 'refuse') return acceptance === 'awaited' ? undefined : 'nothing-to-accept';
  if (sleeps) return 'not-accepted-yet';
  return flagged ? 'already-flagged' : undefined;
}
