import { describe, expect, test } from 'vitest';
import type { AskOutcome, WitnessState } from '../../model/witnessing.ts';
import { afterAsking, SILENT_AFTER } from './witness-state.ts';

const COSIGNED: AskOutcome = { outcome: 'cosigned' };
const AWAY: AskOutcome = { outcome: 'no-answer' };
const refused = (refusal: string): AskOutcome => ({ outcome: 'refused', refusal, brokenAt: 7 });

/** What is told, round by round. */
function toldOf(rounds: AskOutcome[]): (string | null)[] {
  let state: WitnessState | undefined;
  return rounds.map((came, at) => {
    const after = afterAsking(state, came, new Date(at * 1000));
    state = after.state;
    return after.news;
  });
}

describe('a witness', () => {
  test('that cosigns from the first is no news', () => {
    expect(toldOf([COSIGNED, COSIGNED])).toEqual([null, null]);
  });

  test('that is away is told as silent once, after some rounds, and once when it is back', () => {
    const away = Array<AskOutcome>(SILENT_AFTER + 2).fill(AWAY);
    expect(toldOf([COSIGNED, ...away, COSIGNED, COSIGNED])).toEqual([
      null,
      null,
      null,
      'silent',
      null,
      null,
      'cosigning',
      null,
    ]);
  });

  test('that answers now and then is never silent', () => {
    expect(toldOf([AWAY, AWAY, COSIGNED, AWAY, AWAY, COSIGNED])).toEqual(Array(6).fill(null));
  });

  test('that refuses is told at once, and again only for another reason', () => {
    expect(toldOf([refused('a'), refused('a'), refused('b'), COSIGNED])).toEqual([
      'refusing',
      null,
      'refusing',
      'cosigning',
    ]);
  });

  test('that refused and falls silent is told as silent', () => {
    const away = Array<AskOutcome>(SILENT_AFTER).fill(AWAY);
    expect(toldOf([refused('a'), ...away])).toEqual(['refusing', null, null, 'silent']);
  });

  test('keeps since when and why', () => {
    const first = afterAsking(undefined, refused('a'), new Date(1000)).state;
    const then = afterAsking(first, refused('a'), new Date(2000)).state;
    expect(then).toEqual({ state: 'refusing', since: new Date(1000), missed: 0, refusal: 'a', brokenAt: 7 });
    expect(afterAsking(then, COSIGNED, new Date(3000)).state).toMatchObject({ refusal: null, brokenAt: null });
  });
});
