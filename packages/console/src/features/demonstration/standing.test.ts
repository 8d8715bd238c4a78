import type { Role, SessionView } from '@entente/contracts/access';
import { describe, expect, test } from 'vitest';
import { GUIDED_OFFICERS, TRAVELLERS_OFFICER } from './guided-officers.ts';
import { standingOf } from './standing.ts';

const words = { en: 'x', ru: 'x', zh: 'x' };
const atTheDesk = { officer: GUIDED_OFFICERS.border, action: 'screening.check' };

function signedIn(id: string, role: Role, ...actions: string[]): Pick<SessionView, 'officer' | 'actions' | 'offers'> {
  return {
    officer: { id, name: 'a', displayName: 'A', authority: { id: 'kz', names: words }, roles: [role] },
    actions,
    offers: [],
  };
}

describe('whether a step can be done as one is signed in', () => {
  test('an officer of the role goes ahead, also one the guide did not name', () => {
    const another = '0d8f6c1e-5a3b-4c7d-9e21-7b4f0a6c2d99';
    for (const id of [GUIDED_OFFICERS.border.id, another]) {
      expect(standingOf(signedIn(id, 'border-officer', 'screening.check'), atTheDesk)).toBe('ready');
    }
  });

  test('whoever may not, or works at something else, is led to the officer it is told of', () => {
    const { oversight, author } = GUIDED_OFFICERS;
    expect(standingOf(signedIn(oversight.id, 'oversight-officer', 'audit.search'), atTheDesk)).toBe('another');
    expect(standingOf(signedIn(author.id, 'contact-point-officer', 'screening.check'), atTheDesk)).toBe('another');
  });

  test('at the gate of the invented travellers nothing would be ticked', () => {
    expect(standingOf(signedIn(TRAVELLERS_OFFICER, 'border-officer', 'screening.check'), atTheDesk)).toBe('unticked');
  });

  test('signed out, the one click is offered where the node offers it, and nowhere else', () => {
    const { id, name } = GUIDED_OFFICERS.border;
    const offer = { officerId: id, displayName: name, roles: [], authority: words };
    expect(standingOf({ officer: null, actions: [], offers: [offer] }, atTheDesk)).toBe('another');
    expect(standingOf({ officer: null, actions: [], offers: [] }, atTheDesk)).toBe('by-hand');
  });
});
