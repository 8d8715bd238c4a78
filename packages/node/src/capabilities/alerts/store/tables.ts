import type {
  Acceptance,
  AlertStatus,
  FlagGround,
  Step,
  VersionKind,
  VersionState,
} from '@entente/contracts/alerts/alert';
import type { AlertKind } from '@entente/contracts/alerts/catalogue';
import type { Generated, Kysely } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { StoredAlert, Told } from '../model.ts';

/** The tables of alerts, as migrations/0008-alerts.sql makes them. */
export type AlertTables = {
  'alerts.alert': {
    id: string;
    reference: string;
    owner: string;
    kind: AlertKind;
    category: string;
    action: string | null;
    status: AlertStatus;
    current: number | null;
    pending: number | null;
    author: string | null;
    authority: string | null;
    created_at: Date;
    updated_at: Date;
    in_force_at: Date | null;
    expires_at: Date | null;
    review_at: Date | null;
    disputed_at: Date | null;
    revision: Generated<number>;
    node: string | null;
    owner_revision: number | null;
    acceptance: Acceptance | null;
    flag_action: string | null;
    audience: StoredAlert['audience'];
    addressees: string[];
  };
  'alerts.version': {
    alert: string;
    number: number;
    kind: VersionKind;
    state: VersionState;
    authors: string[];
    saved_at: Date;
    personal: Buffer;
  };
  'alerts.step': {
    alert: string;
    number: number;
    at: Date;
    step: Step['step'];
    by: string;
    version: number | null;
    record: string;
    category: string;
    personal: Buffer | null;
  };
  'alerts.photograph': {
    id: string;
    alert: string;
    identity: number;
    version: number;
    added_at: Date;
    width: number;
    height: number;
    file: string | null;
    owners_id: string | null;
    personal: Buffer;
  };
  'alerts.photograph_awaited': { file: string; alert: string; owners_id: string; identity: number };
  'alerts.circulation': {
    alert: string;
    node: string;
    told: Told['told'];
    version: number;
    outbox: string;
    at: Date;
    flagged_at: Date | null;
    flag_why: FlagGround | null;
    flag_action: string | null;
  };
  'alerts.filter': { id: string; officer: string; personal: Buffer };
};

export function tablesOf(db: Database | Tx): Kysely<AlertTables> {
  return db.withTables<AlertTables>();
}
