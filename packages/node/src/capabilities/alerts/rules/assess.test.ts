import { isDeepStrictEqual } from 'node:util';
import { AlertContent } from '@entente/contracts/alerts/content';
import { CONTENT_RULES, type ContentRule } from '@entente/contracts/alerts/rules';
import { dayFrom } from '@entente/testkit/alerts/days';
import { lawfulContent } from '@entente/testkit/alerts/lawful';
import { REFUSED, refusedAlert } from '@entente/testkit/alerts/refused';
import { arbitraryOf } from '@entente/testkit/contracts/arbitrary';
import * as fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '../../../platform/config.ts';
import { loadMembership } from '../../membership/index.ts';
import { assessContent, CONTENT_CHECKS } from './assess.ts';
import type { Circumstances } from './case.ts';
import { compareContents } from './differences.ts';

const membership = await loadMembership(`${PROJECT}/profiles/sco-2018`);
const CIRCUMSTANCES: Circumstances = {
  now: new Date('2026-12-01T07:30:00.000Z'),
  state: membership.stateByCode('KZ')!,
  categories: membership.categories(),
  actions: membership.actions(),
  grounds: membership.grounds(),
  instruments: membership.organisation().treaties.map(({ id }) => id),
  addressees: ['IN', 'CN'],
  kind: 'issue',
};
const AT = { now: CIRCUMSTANCES.now, state: CIRCUMSTANCES.state };
/** Milliseconds: many alerts are weighed, on machines that do much else. */
const SLOW = 60_000;
const RULES = Object.keys(CONTENT_RULES) as ContentRule[];

function example(rule: ContentRule, seed = 7) {
  const { content, ...at } = refusedAlert(rule, seed, CIRCUMSTANCES);
  return { content, circumstances: { ...CIRCUMSTANCES, ...at } };
}

const rulesOf = (refusals: { rule: string }[]) => [...new Set(refusals.map(({ rule }) => rule))];

describe('a rule of alerts', () => {
  test('stands in the contract if and only if the node holds it', () => {
    expect(Object.keys(CONTENT_CHECKS).sort()).toEqual([...RULES].sort());
  });

  test.each(RULES)('%s refuses its example, and it alone', (rule) => {
    const { content, circumstances } = example(rule);
    expect(Value.Errors(AlertContent, content)).toEqual([]);
    expect(rulesOf(assessContent(content, circumstances))).toEqual([rule]);
  });

  test.each(RULES)('%s taken out of the table, its example would be accepted', (rule) => {
    const { content, circumstances } = example(rule);
    const { [rule]: _, ...others } = CONTENT_CHECKS;
    expect(assessContent(content, circumstances, others)).toEqual([]);
  });

  test.each(RULES)('%s names a field of the alert, and every value its sentence speaks of', (rule) => {
    const { content, circumstances } = example(rule);
    for (const { pointer, values = {} } of assessContent(content, circumstances)) {
      expect(pointer).toMatch(/^\/(category|subject|ground|action|expiresOn|reviewOn|note|audience)/);
      for (const says of Object.values(CONTENT_RULES[rule].says)) {
        for (const [, name] of says.matchAll(/\{(\w+)\}/g)) expect(values).toHaveProperty(name!);
      }
    }
  });
});

describe('a lawful alert', { timeout: SLOW }, () => {
  const wishes = CIRCUMSTANCES.categories.flatMap((category) => [
    ...category.kinds.map((kind) => ({ category, wish: { kind } })),
    ...(category.minorActions.length > 0 && category.kinds.includes('person')
      ? [{ category, wish: { minor: true } }]
      : []),
    ...(category.requires.includes('offence')
      ? (['terrorism', 'separatism', 'extremism'] as const).map((offence) => ({ category, wish: { offence } }))
      : []),
  ]);

  test('stays lawful for any invented person, document or thing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wishes), fc.nat(100_000), ({ category, wish }, seed) => {
        const content = lawfulContent(category, seed, { ...AT, ...wish });
        expect(Value.Check(AlertContent, content)).toBe(true);
        expect(assessContent(content, CIRCUMSTANCES)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('that breaks a rule for one person breaks it for any other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RULES), fc.nat(100_000), (rule, seed) => {
        const { content, circumstances } = example(rule, seed);
        expect(rulesOf(assessContent(content, circumstances))).toEqual([rule]);
      }),
      { numRuns: 200 },
    );
  });
});

const PAIRS = findPairs();

describe('a second contradiction', { timeout: SLOW }, () => {
  test('hides no first one, where the two are about different fields', () => {
    expect(PAIRS.length).toBeGreaterThan(200);
    const hidden = PAIRS.filter(([one, other]) => {
      const { content, circumstances } = example(one);
      const found = rulesOf(assessContent(spoilToo(other, content), circumstances));
      return !found.includes(one) || !found.includes(other);
    });
    expect(hidden).toEqual([]);
  });
});

describe('whatever an officer writes', { timeout: SLOW }, () => {
  test('is weighed without a fault, as long as it follows the contract', () => {
    fc.assert(
      fc.property(
        arbitraryOf<AlertContent>(AlertContent),
        arbitraryOf<AlertContent>(AlertContent),
        (content, before) => {
          for (const kind of ['issue', 'amendment', 'extension'] as const) {
            for (const { rule, pointer } of assessContent(content, { ...CIRCUMSTANCES, kind, before })) {
              expect(RULES).toContain(rule);
              expect(pointer).toMatch(/^\//);
            }
          }
        },
      ),
    );
  });
});

/** Examples that begin with one lawful alert and spoil different parts of it. */
function findPairs(): [ContentRule, ContentRule][] {
  // Of a category nobody knows, nothing of the category can be asked.
  const known = RULES.filter((rule) => rule !== 'unknown-category');
  return known.flatMap((one) =>
    known.filter((other) => areApart(one, other)).map((other) => [one, other] as [ContentRule, ContentRule]),
  );
}

function areApart(one: ContentRule, other: ContentRule): boolean {
  const { spoil: _, profile, ...first } = REFUSED[one];
  const { spoil: __, profile: own, ...second } = REFUSED[other];
  if (one === other || profile || own || !isDeepStrictEqual(first, second)) return false;
  const [left, right] = [spoiledFields(one), spoiledFields(other)];
  return !left.some((field) => right.some((also) => field.startsWith(also) || also.startsWith(field)));
}

function spoiledFields(rule: ContentRule): string[] {
  const { category, kind, minor, offence } = REFUSED[rule];
  const wish = { ...AT, ...(kind && { kind }), ...(minor && { minor }), ...(offence && { offence }) };
  const lawful = lawfulContent(CIRCUMSTANCES.categories.find(({ id }) => id === category)!, 7, wish);
  return compareContents(lawful, example(rule).content).map(({ pointer, after }) => {
    // Another kind of subject is another subject, and a list that has lost a part another list.
    if (pointer === '/subject/kind') return '/subject';
    return after === null ? pointer.replace(/\/\d+$/, '') : pointer;
  });
}

function spoilToo(rule: ContentRule, content: AlertContent, seed = 7): AlertContent {
  const spoiled = structuredClone(content);
  REFUSED[rule].spoil(spoiled, {
    day: (offset) => dayFrom(AT.now, offset),
    lawful: (category, wish) =>
      lawfulContent(CIRCUMSTANCES.categories.find(({ id }) => id === category)!, seed, { ...AT, ...wish }),
  });
  return spoiled;
}
