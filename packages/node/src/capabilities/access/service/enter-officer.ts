import { randomUUID } from 'node:crypto';
import { Role } from '@entente/contracts/access';
import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';
import type { Limits } from '../../membership/index.ts';
import type { NewOfficer } from '../model.ts';
import type { Passwords } from '../passwords/passwords.ts';
import { PROBLEMS } from '../problems.ts';
import { refuseRoles } from '../rules/officers.ts';
import { isSignInName } from '../rules/sign-in.ts';
import { insertOfficer } from '../store/officers.ts';
import { type AuthorityForm, requireAuthority } from './authorities.ts';
import { recordRefusal } from './change-officer.ts';
import { findPasswordFaults, whenFree } from './password-work.ts';

export interface OfficerParts {
  db: Database;
  clock: Clock;
  passwords: Passwords;
  limits: Limits;
  /** Who does it, as the record shall say. */
  by: Attribution;
}

/** An officer to be entered, as typed. */
export interface OfficerForm extends AuthorityForm {
  name: string;
  displayName: string;
  roles: string[];
  password: string;
}

/** What is wrong with a form, in words. */
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
  const roles = form.roles as Role[];
  const rule = refuseRoles(roles);
  if (rule) {
    await parts.db.transaction().execute((tx) => recordRefusal(tx, parts, rule));
    throw new Problem(PROBLEMS[rule]);
  }
  const passwordHash = await whenFree(() => parts.passwords.hash(form.password));
  const officer = { ...form, displayName: form.displayName.trim(), id: randomUUID(), roles, passwordHash };
  await parts.db.transaction().execute(async (tx) => {
    await requireAuthority(tx, parts, form);
    await enterOfficer(tx, parts, officer);
  });
  return officer.id;
}

/** Enters an officer whose authority is there, and records it. Throws the problem of the rule that forbids it. */
export async function enterOfficer(
  tx: Tx,
  { clock, by }: Pick<OfficerParts, 'clock' | 'by'>,
  officer: NewOfficer,
): Promise<void> {
  const rule = refuseRoles(officer.roles);
  if (rule) throw new Problem(PROBLEMS[rule]);
  const now = clock.now();
  if (!(await insertOfficer(tx, officer, now))) throw new Problem(PROBLEMS['name-taken']);
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
