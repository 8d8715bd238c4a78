import { describe, expect, test } from 'vitest';
import {
  alertsSearch,
  auditSearch,
  casesSearch,
  importListSearch,
  importSearch,
  issueSearch,
  noticeSearch,
} from './search.ts';

describe('an address that was sent to a colleague', () => {
  test('opens the audit view with its filters and page', () => {
    expect(
      auditSearch({
        from: '2026-11-01T00:00:00.000Z',
        event: 'screening.checked',
        outcome: 'refused',
        cursor: 'x',
        page: 3,
      }),
    ).toEqual({
      from: '2026-11-01T00:00:00.000Z',
      event: 'screening.checked',
      outcome: 'refused',
      cursor: 'x',
      page: 3,
    });
  });

  test('opens the list of alerts with its filters, order and page', () => {
    const search = {
      text: 'KZ-2026-000123',
      status: 'in-force',
      kind: 'person',
      owner: 'KZ',
      awaiting: true,
      expires: 30,
      sort: 'expires',
      descending: false,
      cursor: 'x',
      page: 2,
    };
    expect(alertsSearch(search)).toEqual(search);
  });

  test('opens the form of an alert at its step', () => {
    expect(issueSearch({ step: 'ground' })).toEqual({ step: 'ground' });
    expect(issueSearch({ step: 'publish' })).toEqual({});
  });

  test('opens closed cases at their page, and the notice in its language', () => {
    expect(casesSearch({ closed: true, cursor: 'x', page: 2 })).toEqual({ closed: true, cursor: 'x', page: 2 });
    expect(casesSearch({ closed: 'yes' })).toEqual({});
    expect(noticeSearch({ language: 'zh' })).toEqual({ language: 'zh' });
    expect(noticeSearch({ language: 'fr' })).toEqual({});
  });

  test('a case that looks like a number is still a case', () => {
    expect(auditSearch({ case: 118 })).toEqual({ case: '118' });
  });

  test('words that mean nothing are dropped', () => {
    expect(auditSearch({ from: 'yesterday', outcome: 'maybe', actor: '  ', page: 4 })).toEqual({});
    expect(importSearch({ change: 'renamed' })).toEqual({});
    expect(alertsSearch({ status: 'secret', owner: 'Kazakhstan', expires: -1, mine: 'yes', sort: 'name' })).toEqual({});
    expect(importListSearch({ confirm: 'yes' })).toEqual({});
  });
});
