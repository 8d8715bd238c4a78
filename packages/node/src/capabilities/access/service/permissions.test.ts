import type { Role } from '@entente/contracts/access';
import { expect, test } from 'vitest';
import { readConfig } from '../../../platform/config.ts';
import { loadMembership } from '../../membership/index.ts';
import { loadPolicies } from '../cedar/policies.ts';
import { createPermissions } from './permissions.ts';

const permissionsOf = createPermissions(
  await loadPolicies(),
  (await loadMembership(readConfig({}).profile)).purposes(),
);
const actionsOf = (...roles: Role[]) => permissionsOf({ id: 'officer', roles, authority: { id: 'one' } }).actions;

test('officers of one authority may do what their own roles permit', () => {
  expect(actionsOf('border-officer')).toContain('screening.check');
  expect(actionsOf('reviewer')).not.toContain('screening.check');
  expect(actionsOf('reviewer')).toContain('alerts.read-import');
  expect(actionsOf('border-officer')).not.toContain('alerts.read-import');
  expect(actionsOf('border-officer', 'reviewer')).toEqual(actionsOf('reviewer', 'border-officer'));
  expect(actionsOf('border-officer', 'reviewer')).toEqual(
    expect.arrayContaining(['screening.check', 'alerts.read-import']),
  );
});

test('an action that needs a case is permitted to who can name one', () => {
  const { purposesOf } = permissionsOf({ id: 'officer', roles: ['contact-point-officer'], authority: { id: 'one' } });
  expect(purposesOf('screening.check')).toEqual(['border-check', 'criminal-investigation']);
  expect(purposesOf('audit.search')).toBeUndefined();
  expect(purposesOf('membership.view')).toEqual([]);
});
