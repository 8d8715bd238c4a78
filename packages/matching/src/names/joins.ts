import type { Form } from '../sounds/distance.ts';
import { exchangeOf } from '../sounds/exchanges.ts';
import { LONGEST_FORM, SOUNDS } from '../sounds/fold.ts';
import type { Vowels } from '../sounds/form.ts';
import { leastDistance } from '../sounds/least-distance.ts';
import { letterOf } from '../sounds/letters.ts';
import { UNIT } from '../sounds/prices.ts';
import type { Placed } from './placed.ts';
import { formsSimilarity, joinForms, LONGEST_RUN, vowelsOfRun } from './similarity.ts';
import type { Token } from './token.ts';

const JOINED = 0.8;
const JOIN_DISCOUNT = 0.99;
/** A run that is less like a word than this is no join, whatever it is exactly. */
const JUST_UNLIKE = JOINED - 0.001;

/** What sounds given up at the seams of a join may weigh: an l of the article, one of two that meet, a last h. */
const GIVEN_UP = 1.5;

/** Which sounds those are that a join may lack altogether. */
const LACKED = letterOf(SOUNDS.indexOf('l')) | letterOf(SOUNDS.indexOf('h'));

/** Runs of one name that the other writes as one word. */
export function joinPairs(query: Token[], listed: Token[]): Placed[] {
  const joins: Placed[] = [];
  findJoins(query, listed, true, joins);
  findJoins(listed, query, false, joins);
  return joins;
}

/** Whether a run of one name may be written as one word in the other: never no where `joinPairs` would find one. */
export function mayJoin(many: Token[], one: Token[]): boolean {
  for (let from = 0; from < many.length - 1; from++) {
    for (let to = from + 2; to <= Math.min(many.length, from + LONGEST_RUN); to++) {
      if (many[from]!.role === 'initial' || many[to - 1]!.role === 'initial') break;
      outline(many, from, to);
      if (one.some(mayBe)) return true;
    }
  }
  return false;
}

function findJoins(many: Token[], one: Token[], isAsked: boolean, joins: Placed[]): void {
  for (let from = 0; from < many.length - 1; from++) {
    for (let to = from + 2; to <= Math.min(many.length, from + LONGEST_RUN); to++) {
      // A run that holds an initial is none, nor is any longer one.
      if (many[from]!.role === 'initial' || many[to - 1]!.role === 'initial') break;
      outline(many, from, to);
      let forms: Form[] | undefined;
      for (let single = 0; single < one.length; single++) {
        const token = one[single]!;
        if (!mayBe(token)) continue;
        forms ??= joinForms(many, from, to);
        const similarity = formsSimilarity(forms, token.forms, JUST_UNLIKE) * JOIN_DISCOUNT;
        if (similarity < JOINED) continue;
        const [run, place] = [placesFrom(from, to), [single]];
        joins.push({
          query: isAsked ? run : place,
          listed: isAsked ? place : run,
          how: 'spelling',
          similarity,
        });
      }
    }
  }
}

function placesFrom(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** What is known of the run at hand before its words are joined; most never are. */
const run = { weight: 0, letters: 0, length: 0, vowels: 'written' as Vowels };

function outline(many: Token[], from: number, to: number): void {
  run.weight = 0;
  run.letters = 0;
  run.length = 0;
  run.vowels = vowelsOfRun(many, from, to);
  for (let at = from; at < to; at++) {
    const own = many[at]!.forms[0]!;
    run.weight += own.weight;
    run.letters |= own.letters;
    run.length += own.codes.length;
  }
}

/** A cheap look at weights and letters: whether the run at hand may have been written as that word. */
function mayBe({ forms }: Token): boolean {
  const { weight, letters, length, vowels } = run;
  const first = forms[0]!;
  const apart = (vowels === 'unwritten') !== (first.vowels === 'unwritten');
  const heavier = Math.max(first.weight, weight);
  if (!apart && Math.abs(first.weight - weight) > (1 - JOINED) * heavier + GIVEN_UP) return false;
  // What is cut away at the end might have been what is apart.
  if (length > LONGEST_FORM) return true;
  const exchange = exchangeOf(vowels, first.vowels);
  for (const form of forms) {
    const needed = letters & (form.letters | ~LACKED);
    const farthest = (1 - JUST_UNLIKE) * Math.max(form.weight, weight, 1) * UNIT;
    if (leastDistance(needed, form.letters, exchange) <= farthest) return true;
  }
  return false;
}
