import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListContent } from '../../model/passenger.ts';
import { readPaxlst } from './message.ts';
import { isInterchange, readSegments } from './segments.ts';

const TODAY = '2026-11-26';
const HEAD = ["UNB+UNOA:4+INVENTED AIR+KZAPIS+261126:0900+0001++APIS'", "UNH+1+PAXLST:D:02B:UN:IATA+XX0001+01:F'"];
const FLIGHT = ["BGM+745'", "NAD+MS+++INVENTED HELPDESK'", "COM+7 700 0000000:TE'", "TDT+20+XX123'", "LOC+125+ALA'"];
const NURLAN = [
  "NAD+FL+++IBRAEV:NURLAN:SERIKOVICH'",
  "ATT+2++M'",
  "DTM+329:710428'",
  "LOC+178+ALA'",
  "NAT+2+KAZ'",
  "RFF+AVF:ABC123'",
  "DOC+P:110:111+N12345678'",
  "DTM+36:300101'",
  "LOC+91+KAZ'",
];
const TAIL = ["UNT+20+1'", "UNZ+1+0001'"];
const message = (...people: string[][]) => [...HEAD, ...FLIGHT, ...people.flat(), ...TAIL].join('\n');
const read = (text: string) => readPaxlst(text, TODAY) as ListContent;

describe('a passenger list message', () => {
  test('gives the person with name, birth, sex, nationality, document and issuer, and the line he begins on', () => {
    expect(read(message(NURLAN))).toEqual({
      people: [
        {
          line: 8,
          family: 'IBRAEV',
          given: 'NURLAN SERIKOVICH',
          names: [],
          birthDate: '1971-04-28',
          sex: 'M',
          nationality: 'KAZ',
          documents: [{ number: 'N12345678', issuer: 'KAZ' }],
        },
      ],
      unread: [],
      warnings: [],
    });
  });

  test('holds crew and people in transit too, and several documents of one person', () => {
    const crew = ["NAD+FM+++WANG:WEI'", "DTM+329:19850102'", "DOC+P+E1'", "LOC+91+CHN:::BEIJING'", "DOC+V+V7'"];
    const transit = ["NAD+DDU+++DOE:JANE'", "DOC+P+'", "LOC+91+UTO'"];
    const { people } = read(message(NURLAN, crew, transit));
    expect(people.map(({ family, documents }) => [family, documents])).toEqual([
      ['IBRAEV', [{ number: 'N12345678', issuer: 'KAZ' }]],
      ['WANG', [{ number: 'E1', issuer: 'CHN' }, { number: 'V7' }]],
      ['DOE', []],
    ]);
    expect(people[1]!.birthDate).toBe('19850102');
  });

  test('without line ends, with another service advice and with released signs reads the same', () => {
    const plain = read(message(NURLAN)).people.map(({ line: _, ...person }) => person);
    const joined = read(message(NURLAN).replaceAll('\n', ''));
    expect(joined.people.map(({ line: _, ...person }) => person)).toEqual(plain);
    const other = `UNA;*.! ~${message(NURLAN).replaceAll('\n', '').replaceAll(':', ';').replaceAll('+', '*').replaceAll("'", '~')}`;
    expect(read(other).people.map(({ line: _, ...person }) => person)).toEqual(plain);
    expect(read(message(["NAD+FL+++O?'NEIL:ANN?+MARIE'"])).people[0]).toMatchObject({
      family: "O'NEIL",
      given: 'ANN+MARIE',
    });
  });

  test('that states another number of people than it holds, or is cut, says so', () => {
    expect(read(message(NURLAN, ["CNT+42:2'"])).warnings).toEqual([{ code: 'count-differs', stated: 2, found: 1 }]);
    expect(read(message(NURLAN, ["CNT+42:1'"])).warnings).toEqual([]);
    const cut = message(NURLAN).slice(0, -60);
    expect(read(cut).warnings).toContainEqual({ code: 'cut' });
    expect(read(cut).people).toHaveLength(1);
  });

  test('with a party nobody knows tells it as unread', () => {
    expect(read(message(NURLAN, ["NAD+QQ+++SOME:BODY'"])).unread).toEqual([
      { line: 17, code: 'unknown-party', text: 'QQ' },
    ]);
  });

  test('of another kind is none', () => {
    expect(readPaxlst("UNH+1+CUSRES:D:02B:UN'UNT+1+1'", TODAY)).toBe('no-passenger-list');
    expect(isInterchange('Unabomber,Ted')).toBe(false);
    expect(isInterchange('UNHAPPY,NAME')).toBe(false);
    expect(isInterchange(message(NURLAN))).toBe(true);
  });

  test('gives every name back as it was written, whatever signs it holds', () => {
    const name = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() === text);
    const released = (text: string) => text.replace(/[?:+']/gu, '?$&');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 10 }), (people) => {
        const groups = people.map(([family, given]) => [`NAD+FL+++${released(family)}:${released(given)}'`]);
        const found = read(message(...groups)).people.map(({ family, given }) => [family, given]);
        expect(found).toEqual(people);
      }),
    );
  });

  test('is read or refused whatever is cut out of it or put into it', () => {
    const whole = message(NURLAN);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(30), fc.string({ unit: 'binary' }), (at, gone, put) => {
        const text = whole.slice(0, at) + put + whole.slice(at + gone);
        readSegments(text);
        readPaxlst(text, TODAY);
      }),
    );
  });
});
