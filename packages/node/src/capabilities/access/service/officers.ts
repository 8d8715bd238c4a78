import { randomBytes, randomUUID } from 'node:crypto';
import { Role } from '@entente/contracts/access';
import type { AuditEvent } from '@entente/contracts/audit-events';
import type { Translated } from '@entente/contracts/terms';
import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';
import type { Limits } from '../../membership/index.ts';
import type { NewOfficer, StoredOfficer } from '../model.ts';
import type { Passwords } from '../passwords/passwords.ts';
import { isSignInName, UNTIL_UNLOCKED } from '../rules.ts';
import * as store from '../store.ts';

export interface OfficerParts {
  db: Database;
  clock: Clock;
  passwords: Passwords;
  limits: Limits;
  /** Who does it, as the record shall say. */
  by: Attribution;
}

/** An officer to be entered, as typed. `authorityNames` is needed where the authority is new to the node. */
export interface OfficerForm {
  name: string;
  displayName: string;
  authority: string;
  authorityNames?: Translated;
  roles: string[];
  password: string;
}

/** What is wrong with a form or a name, in words. */
export class OfficerRefused extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('; '));
    this.name = 'OfficerRefused';
    this.faults = faults;
  }
}

/** Enters an officer, and the authority with him if it is new. Returns the officer's id. */
export async function addOfficer(parts: OfficerParts, form: OfficerForm): Promise<string> {
  const faults = [...findFormFaults(form), ...findPasswordFaults(form.password, parts.limits)];
  if (faults.length > 0) throw new OfficerRefused(faults);
  const passwordHash = await parts.passwords.hash(form.password);
  const officer = { ...form, id: randomUUID(), roles: form.roles as Role[], passwordHash };
  await parts.db.transaction().execute(async (tx) => {
    if (form.authorityNames) await store.putAuthority(tx, { id: form.authority, names: form.authorityNames });
    else if (!(await store.readAuthority(tx, form.authority))) {
      throw new OfficerRefused([`the authority ${form.authority} is not known on this node: give its names too`]);
    }
    await enterOfficer(tx, parts, officer);
  });
  return officer.id;
}

/** Enters an officer whose authority is there, and records it. */
export async function enterOfficer(
  tx: Tx,
  { clock, by }: Pick<OfficerParts, 'clock' | 'by'>,
  officer: NewOfficer,
): Promise<void> {
  const now = clock.now();
  if (!(await store.insertOfficer(tx, officer, now))) throw new OfficerRefused([`the name ${officer.name} is taken`]);
  await recordEvent(tx, {
    at: now,
    ...by,
    event: 'access.officer-entered',
    outcome: 'done',
    subject: { kind: 'officer', ref: officer.id },
    facts: { authority: officer.authority, roles: officer.roles.join(' ') },
    parts: [{ name: 'display-name', text: officer.displayName }],
  });
}

/** Closes the way in until it is opened by hand, and ends every session at once. Returns how many. */
export async function lockOfficer(parts: Pick<OfficerParts, 'db' | 'clock' | 'by'>, name: string): Promise<number> {
  return await changeOfficer(parts, name, 'access.officer-locked', async (tx, officer) => {
    await store.updateAttempts(tx, officer.id, { failures: officer.failures, lockedUntil: UNTIL_UNLOCKED });
    return await store.revokeSessionsOf(tx, officer.id, 'officer-locked', parts.clock.now());
  });
}

/** Opens the way in again, whoever closed it, and forgets the failures. */
export async function unlockOfficer(parts: Pick<OfficerParts, 'db' | 'clock' | 'by'>, name: string): Promise<void> {
  await changeOfficer(parts, name, 'access.officer-unlocked', async (tx, officer) => {
    await store.updateAttempts(tx, officer.id, { failures: 0, lockedUntil: null });
    return 0;
  });
}

/** Gives a new password and ends every session at once: whoever held the old one is out. Returns how many. */
export async function changePassword(parts: OfficerParts, name: string, password: string): Promise<number> {
  const faults = findPasswordFaults(password, parts.limits);
  if (faults.length > 0) throw new OfficerRefused(faults);
  const passwordHash = await parts.passwords.hash(password);
  return await changeOfficer(parts, name, 'access.password-changed', async (tx, officer) => {
    await store.updatePassword(tx, officer.id, passwordHash);
    return await store.revokeSessionsOf(tx, officer.id, 'password-changed', parts.clock.now());
  });
}

/** A password of 20 letters and digits, none of which is mistaken for another: 2^100 possible ones. */
export function generatePassword(): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  const letters = Array.from(randomBytes(20), (byte) => alphabet[byte % alphabet.length]);
  return (letters.join('').match(/.{5}/g) ?? []).join('-');
}

async function changeOfficer(
  { db, clock, by }: Pick<OfficerParts, 'db' | 'clock' | 'by'>,
  name: string,
  event: AuditEvent,
  change: (tx: Tx, officer: StoredOfficer) => Promise<number>,
): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    const found = await store.findOfficerByName(tx, name);
    const officer = found && (await store.lockOfficerRow(tx, found.id));
    if (!officer) throw new OfficerRefused([`there is no officer ${name}`]);
    const sessionsEnded = await change(tx, officer);
    await recordEvent(tx, {
      at: clock.now(),
      ...by,
      event,
      outcome: 'done',
      subject: { kind: 'officer', ref: officer.id },
      facts: { sessionsEnded },
    });
    return sessionsEnded;
  });
}

function findFormFaults(form: OfficerForm): string[] {
  const faults: string[] = [];
  if (!isSignInName(form.name)) {
    faults.push(`the name "${form.name}" is not of small letters, digits, dots and hyphens, 60 at most`);
  }
  if (form.displayName.trim() === '' || form.displayName.length > 200)
    faults.push('the display name is empty or over 200 characters');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(form.authority)) {
    faults.push(`the authority "${form.authority}" is not of small letters, digits and hyphens`);
  }
  if (form.roles.length === 0) faults.push('no role is given');
  const unknown = form.roles.filter((role) => !(Role.enum as string[]).includes(role));
  for (const role of unknown) faults.push(`there is no role "${role}"; the roles are ${Role.enum.join(', ')}`);
  return faults;
}

function findPasswordFaults(password: string, { signIn }: Limits): string[] {
  const { length } = [...password];
  if (length < signIn.passwordMinLength) return [`the password is shorter than ${signIn.passwordMinLength} characters`];
  return length > 1000 ? ['the password is longer than 1000 characters'] : [];
}
