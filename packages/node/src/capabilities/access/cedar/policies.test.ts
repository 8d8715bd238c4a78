import type { Role } from '@entente/contracts/access';
import { describe, expect, test } from 'vitest';
import { askAboutNode, askAboutSession, type Stated } from '../policy.ts';
import { loadPolicies } from './policies.ts';

const policies = await loadPolicies();

const ROLES: Role[] = ['border-officer', 'contact-point-officer', 'reviewer', 'oversight-officer', 'administrator'];
const PURPOSES = ['border-check', 'criminal-investigation', 'list-maintenance', 'oversight', 'alert-management'];

const officer = (...roles: Role[]) => ({ id: 'officer', roles, authority: { id: 'authority' } });

const stated = (purpose: string, change: Partial<Stated> = {}): Stated => ({
  purpose,
  basisOfPurpose: true,
  caseRequired: false,
  hasCase: false,
  ...change,
});

/** Which role may do what for which purpose: the whole of the rules, written down a second time. */
const ALLOWED: Record<string, Partial<Record<Role, string[]>>> = {
  'screening.check': {
    'border-officer': ['border-check'],
    'contact-point-officer': ['border-check', 'criminal-investigation'],
  },
  'screening.check-list': {
    'border-officer': ['border-check'],
    'contact-point-officer': ['border-check'],
  },
  'screening.second-line': {
    'border-officer': ['border-check'],
    'contact-point-officer': ['border-check', 'criminal-investigation'],
  },
  'screening.hand-over': {
    'border-officer': ['border-check'],
    'contact-point-officer': ['border-check', 'criminal-investigation'],
  },
  'screening.view-figures': { 'oversight-officer': ['oversight'] },
  'screening.open-query': { 'oversight-officer': ['oversight'] },
  'cases.read': {
    'contact-point-officer': ['criminal-investigation', 'alert-management'],
    reviewer: ['alert-management'],
    'oversight-officer': ['oversight'],
  },
  'cases.work': { 'contact-point-officer': ['criminal-investigation', 'alert-management'] },
  'exchange.ask': { 'contact-point-officer': ['criminal-investigation'] },
  'alerts.search': {
    'contact-point-officer': ['criminal-investigation', 'alert-management'],
    reviewer: ['alert-management'],
    'oversight-officer': ['oversight'],
  },
  'alerts.read': {
    'contact-point-officer': ['criminal-investigation', 'alert-management'],
    reviewer: ['alert-management'],
    'oversight-officer': ['oversight'],
  },
  'alerts.draft': { 'contact-point-officer': ['alert-management'] },
  'alerts.review': { reviewer: ['alert-management'] },
  'alerts.withdraw': { 'contact-point-officer': ['alert-management'] },
  'alerts.dispute': { 'contact-point-officer': ['alert-management'] },
  'alerts.delete': { 'contact-point-officer': ['alert-management'] },
  'alerts.accept': { 'contact-point-officer': ['alert-management'] },
  'alerts.flag': { 'contact-point-officer': ['alert-management'] },
  'alerts.view-photograph': {
    'border-officer': ['border-check'],
    'contact-point-officer': ['alert-management'],
    reviewer: ['alert-management'],
    'oversight-officer': ['oversight'],
  },
  'alerts.import-list': { 'contact-point-officer': ['list-maintenance'], administrator: ['list-maintenance'] },
  'alerts.read-import': {
    'contact-point-officer': ['list-maintenance'],
    reviewer: ['list-maintenance'],
    'oversight-officer': ['oversight'],
    administrator: ['list-maintenance'],
  },
  'alerts.read-entry': {
    'contact-point-officer': ['list-maintenance'],
    reviewer: ['list-maintenance'],
    'oversight-officer': ['oversight'],
  },
  'alerts.correct-entry': { 'contact-point-officer': ['list-maintenance'] },
  'alerts.review-correction': { reviewer: ['list-maintenance'] },
  'audit.search': { 'oversight-officer': ['oversight'] },
  'audit.read-parts': { 'oversight-officer': ['oversight'] },
  'audit.erase': { 'oversight-officer': ['oversight'] },
  'audit.export': { 'oversight-officer': ['oversight'] },
  'audit.prove': { 'oversight-officer': ['oversight'] },
};

const personal = policies.actions.filter((action) => action.personal).map(({ id }) => id);

describe('personal data', () => {
  test('is what the table names, no more and no less', () => expect(personal).toEqual(Object.keys(ALLOWED).sort()));

  const questions = personal.flatMap((action) =>
    ROLES.flatMap((role) => PURPOSES.map((purpose) => [action, role, purpose] as const)),
  );
  test.each(questions)('%s by a %s for %s', (action, role, purpose) => {
    const { allowed } = policies.decide(askAboutNode(officer(role), action, stated(purpose)));
    expect(allowed).toBe(ALLOWED[action]?.[role]?.includes(purpose) ?? false);
  });

  test.each(personal)('%s is refused when the basis is none of the purpose', (action) => {
    for (const purpose of PURPOSES) {
      const question = askAboutNode(officer(...ROLES), action, stated(purpose, { basisOfPurpose: false }));
      expect(policies.decide(question)).toMatchObject({
        allowed: false,
        by: expect.arrayContaining(['personal-data-needs-its-basis']),
      });
    }
  });

  test('is refused without a case where the purpose needs one, and given with it', () => {
    const ask = (hasCase: boolean) =>
      policies.decide(
        askAboutNode(
          officer('contact-point-officer'),
          'screening.check',
          stated('criminal-investigation', { caseRequired: true, hasCase }),
        ),
      );
    expect(ask(false)).toEqual({ allowed: false, by: ['personal-data-needs-its-case'] });
    expect(ask(true).allowed).toBe(true);
  });

  test('is kept from an administrator at the desk and in the log, whatever other role he holds', () => {
    const questions = [
      askAboutNode(officer('administrator', 'border-officer'), 'screening.check', stated('border-check')),
      askAboutNode(officer('administrator', 'border-officer'), 'screening.second-line', stated('border-check')),
      askAboutNode(officer('administrator', 'border-officer'), 'screening.hand-over', stated('border-check')),
      askAboutNode(officer('administrator', 'oversight-officer'), 'screening.view-figures', stated('oversight')),
      askAboutNode(officer('administrator', 'oversight-officer'), 'screening.open-query', stated('oversight')),
      askAboutNode(officer('administrator', 'oversight-officer'), 'audit.read-parts', stated('oversight')),
      askAboutNode(officer('administrator', 'oversight-officer'), 'audit.export', stated('oversight')),
    ];
    for (const question of questions) {
      expect(policies.decide(question)).toEqual({ allowed: false, by: ['administrator-looks-nobody-up'] });
    }
  });

  test('is given to an officer with two roles as to each of them', () => {
    const both = officer('border-officer', 'reviewer');
    expect(policies.decide(askAboutNode(both, 'screening.check', stated('border-check'))).allowed).toBe(true);
    expect(policies.decide(askAboutNode(both, 'alerts.read-import', stated('list-maintenance'))).allowed).toBe(true);
  });

  test('is given to nobody without a role', () => {
    for (const action of personal) {
      for (const purpose of PURPOSES) {
        expect(policies.decide(askAboutNode(officer(), action, stated(purpose)))).toEqual({ allowed: false, by: [] });
      }
    }
  });
});

describe('an alert', () => {
  const weigh = (role: Role, action: string, readers: Role[]) =>
    policies.decide({
      principal: officer(role),
      action,
      resource: { type: 'Alert', id: 'alert', readers },
      stated: stated('alert-management'),
    }).allowed;

  test.each(ROLES)('is read by a %s only where its category names the role, and never by an administrator', (role) => {
    for (const action of ['alerts.read', 'alerts.view-photograph']) {
      expect(weigh(role, action, ROLES)).toBe(role !== 'administrator');
      expect(
        weigh(
          role,
          action,
          ROLES.filter((other) => other !== role),
        ),
      ).toBe(false);
    }
  });
});

describe('a case', () => {
  test.each(ROLES)('is read by a %s only where the category of its alert names the role', (role) => {
    const purpose = role === 'oversight-officer' ? 'oversight' : 'alert-management';
    const weigh = (readers: string[]) =>
      policies.decide({
        principal: officer(role),
        action: 'cases.read',
        resource: { type: 'Alert', id: 'category', readers },
        stated: stated(purpose),
      }).allowed;
    expect(weigh([role])).toBe(role !== 'administrator');
    expect(weigh(ROLES.filter((other) => other !== role))).toBe(false);
  });
});

describe('what is no personal data', () => {
  test('is what remains of the actions', () => {
    const others = policies.actions.filter((action) => !action.personal).map(({ id }) => id);
    expect(others).toEqual([
      'access.change-officers',
      'access.keep-own-account',
      'access.revoke-session',
      'access.view-officers',
      'access.view-sessions',
      'alerts.state-basis',
      'alerts.view-catalogue',
      'alerts.view-lists',
      'audit.view-own',
      'cases.view-duty',
      'exchange.release',
      'exchange.suspend',
      'exchange.view-channels',
      'membership.view',
    ]);
  });

  test.each(ROLES)('a %s sees the organisation, the lists there are and his way to his sessions', (role) => {
    for (const action of ['membership.view', 'alerts.view-lists', 'access.view-sessions', 'access.revoke-session']) {
      expect(policies.decide(askAboutNode(officer(role), action)).allowed).toBe(true);
    }
  });

  test.each(ROLES)('a %s hears the duty desk only at the contact point or above it', (role) => {
    const { allowed } = policies.decide(askAboutNode(officer(role), 'cases.view-duty'));
    expect(allowed).toBe(['contact-point-officer', 'reviewer', 'oversight-officer'].includes(role));
  });

  test.each(ROLES)('a %s states the basis of a list only as administrator', (role) => {
    const { allowed } = policies.decide(askAboutNode(officer(role), 'alerts.state-basis'));
    expect(allowed).toBe(role === 'administrator');
  });

  test.each(ROLES)('a %s keeps his own account and sees his own trail', (role) => {
    for (const action of ['access.keep-own-account', 'audit.view-own']) {
      expect(policies.decide(askAboutNode(officer(role), action)).allowed).toBe(true);
    }
  });

  test.each(ROLES)('a %s sees and changes officers only as administrator', (role) => {
    for (const action of ['access.view-officers', 'access.change-officers']) {
      expect(policies.decide(askAboutNode(officer(role), action)).allowed).toBe(role === 'administrator');
    }
  });

  test.each(ROLES)('a %s keeps the channels with other nodes only as administrator or for oversight', (role) => {
    for (const action of ['exchange.view-channels', 'exchange.release', 'exchange.suspend']) {
      const { allowed } = policies.decide(askAboutNode(officer(role), action));
      expect(allowed).toBe(['administrator', 'oversight-officer'].includes(role));
    }
  });

  test.each(ROLES)("a %s has his own sessions, and others' only as administrator", (role) => {
    for (const action of ['access.view-sessions', 'access.revoke-session']) {
      const own = askAboutSession(officer(role), action, { id: 'session', officerId: 'officer' });
      const other = askAboutSession(officer(role), action, { id: 'session', officerId: 'another' });
      expect(policies.decide(own).allowed).toBe(true);
      expect(policies.decide(other).allowed).toBe(role === 'administrator');
    }
  });
});

test('a question the schema does not know is no question', () => {
  expect(() => policies.decide(askAboutNode(officer('administrator'), 'screening.erase'))).toThrow(/Cedar/);
  expect(() => policies.decide(askAboutNode(officer('border-officer'), 'screening.check'))).toThrow(/Cedar/);
});
