import { Identity } from '@entente/contracts/alerts';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { inventPeople, inventPerson } from './person.ts';

describe('invented people', () => {
  test('the same seed invents the same person, whatever was asked before', () => {
    const [, , third] = [...inventPeople(3, 7)];
    expect(inventPerson(7, 2)).toEqual(third);
    expect(inventPerson(8, 2)).not.toEqual(third);
  });

  test('each is an identity as the contract has it', () => {
    for (const person of inventPeople(500)) expect(Value.Check(Identity, person.identity)).toBe(true);
  });

  test('names stand in five scripts, about three to a person', () => {
    const people = [...inventPeople(5_000)];
    const names = people.flatMap((person) => person.identity.names);
    expect(new Set(names.map((name) => name.script))).toEqual(new Set(['Latn', 'Cyrl', 'Arab', 'Hani', 'Deva']));
    expect(names.length / people.length).toBeGreaterThan(2.7);
  });

  test('a name says its script truly', () => {
    const written = {
      Latn: /^[\p{Script=Latin}\s\-’']+$/u,
      Cyrl: /^[\p{Script=Cyrillic}\s]+$/u,
      Arab: /^[\p{Script=Arabic}\s]+$/u,
      Hani: /^[\p{Script=Han}\s]+$/u,
      Deva: /^[\p{Script=Devanagari}\s]+$/u,
    };
    for (const { identity } of inventPeople(5_000)) {
      for (const name of identity.names) expect(name.full).toMatch(written[name.script as keyof typeof written]);
    }
  });

  test('no two hold the same passport', () => {
    const numbers = [...inventPeople(50_000)].flatMap((person) => person.identity.documents.map((held) => held.number));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('namesakes occur, as among the living', () => {
    const names = [...inventPeople(20_000)].map((person) => person.identity.names[0]?.full);
    const distinct = new Set(names).size;
    expect(distinct).toBeLessThan(names.length);
    expect(distinct).toBeGreaterThan(names.length * 0.9);
  });
});
