import { describe, expect, test } from 'vitest';
import { BETWEEN_LINES_MS, createAssembly, SETTLED_MS } from './assembly.ts';

const [FIRST, SECOND] = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
];
const CARD = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

describe('the one field', () => {
  test('a typed name is checked on Enter', () => {
    expect(createAssembly().enter(' Иванов Пётр ', 0)).toEqual({ do: 'check', text: 'Иванов Пётр' });
  });

  test('an empty field is not checked', () => {
    expect(createAssembly().enter('  ', 0)).toEqual({ do: 'nothing' });
  });

  test('Enter after the first line of a passport waits for the second, then checks both', () => {
    const field = createAssembly();
    expect(field.enter(FIRST, 0)).toEqual({ do: 'break' });
    field.changed(`${FIRST}\n${SECOND.slice(0, 20)}`, 60);
    expect(field.enter(`${FIRST}\n${SECOND}`, 120)).toEqual({ do: 'check', text: `${FIRST}\n${SECOND}` });
  });

  test('a card is checked after its third line, not its second', () => {
    const field = createAssembly();
    expect(field.enter(CARD[0]!, 0).do).toBe('break');
    expect(field.enter(CARD.slice(0, 2).join('\n'), 50).do).toBe('break');
    expect(field.enter(CARD.join('\n'), 100)).toEqual({ do: 'check', text: CARD.join('\n') });
  });

  test('when the second line never comes, the half read is checked as it is', () => {
    const field = createAssembly();
    field.enter(FIRST, 0);
    expect(field.due(BETWEEN_LINES_MS - 1)).toEqual({ do: 'nothing' });
    expect(field.due(BETWEEN_LINES_MS)).toEqual({ do: 'check', text: FIRST });
    expect(field.wake).toBeNull();
  });

  test('keys that still come push the end of the wait away', () => {
    const field = createAssembly();
    field.enter(FIRST, 0);
    field.changed(`${FIRST}\nL89`, 350);
    expect(field.due(BETWEEN_LINES_MS)).toEqual({ do: 'nothing' });
    expect(field.due(350 + BETWEEN_LINES_MS).do).toBe('check');
  });

  test('a pasted zone is checked without Enter once it stands still', () => {
    const field = createAssembly();
    field.changed(`${FIRST}\n${SECOND}`, 0);
    expect(field.wake).toBe(SETTLED_MS);
    expect(field.due(SETTLED_MS)).toEqual({ do: 'check', text: `${FIRST}\n${SECOND}` });
  });

  test('a scanner that ends with two Enters checks once', () => {
    const field = createAssembly();
    const text = `${FIRST}\n${SECOND}`;
    expect(field.enter(text, 0).do).toBe('check');
    expect(field.enter(text, 30).do).toBe('nothing');
    expect(field.enter(text, 5_000).do).toBe('check');
  });

  test('the same passport may be scanned again at once, when its text came anew', () => {
    const field = createAssembly();
    const text = `${FIRST}\n${SECOND}`;
    field.enter(text, 0);
    field.changed('', 50);
    field.changed(text, 100);
    expect(field.enter(text, 110).do).toBe('check');
  });

  test('a name being typed is never checked by itself', () => {
    const field = createAssembly();
    field.changed('Иванов', 0);
    expect(field.wake).toBeNull();
  });
});
