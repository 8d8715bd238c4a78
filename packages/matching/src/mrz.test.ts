import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import refused from '../../../vectors/mrz/refused.json' with { type: 'json' };
import specimens from '../../../vectors/mrz/specimens.json' with { type: 'json' };
import { checkDigitOf } from './mrz/check-digit.ts';
import { type MrzReading, readMrz } from './mrz.ts';

/** Any UTF-16 unit, half surrogate pairs among them. */
const ANY_UNIT = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

const TODAY = specimens.today;
const [PASSPORT, CARD] = specimens.zones.map(({ lines }) => lines.join('\n')) as [string, string];

function read(text: string): MrzReading {
  const result = readMrz(text, TODAY);
  if (!result.ok) throw new Error(result.detail);
  return result.reading;
}

function verdicts(reading: MrzReading): Record<string, string> {
  return Object.fromEntries(reading.checkDigits.map(({ field, verdict }) => [field, verdict]));
}

describe("ICAO's specimens", () => {
  test.each(specimens.zones)('$name', ({ lines, reading }) => {
    const result = readMrz(lines.join('\n'), TODAY);
    expect(result).toMatchObject({ ok: true, missing: [], reading });
    expect(Object.values(verdicts(read(lines.join('\n'))))).not.toContain('invalid');
  });

  test.each(specimens.zones)('$name, as a scanner on a keyboard types it', ({ lines, reading }) => {
    for (const typed of [
      lines.join(''),
      lines.join('\r\n').toLowerCase(),
      lines.map((line) => ` ${line} `).join('\n\n'),
    ])
      expect(readMrz(typed, TODAY)).toMatchObject({ ok: true, reading });
  });
});

describe('what is no zone', () => {
  test.each(refused.texts)('$text is refused: $code', ({ text, code }) => {
    expect(readMrz(text, TODAY)).toMatchObject({ ok: false, code });
  });

  test('no text throws, however long or strange', () => {
    fc.assert(
      fc.property(fc.string({ unit: ANY_UNIT, maxLength: 200 }), (text) => {
        expect(readMrz(text, TODAY)).toHaveProperty('ok');
      }),
    );
    expect(readMrz('<'.repeat(1_000_000), TODAY)).toMatchObject({ ok: false, code: 'too-long' });
  });
});

describe('a zone read in part', () => {
  test('a second line cut short gives what is there and says what is missing', () => {
    const result = readMrz(PASSPORT.slice(0, 45 + 26), TODAY);
    expect(result).toMatchObject({
      ok: true,
      missing: ['expiry-date', 'optional', 'composite'],
      reading: { documentNumber: 'L898902C3', birthDate: '1974-08-12', family: 'ERIKSSON' },
    });
    expect(verdicts(read(PASSPORT.slice(0, 45 + 26)))).toMatchObject({
      'birth-date': 'valid',
      'expiry-date': 'absent',
      composite: 'absent',
    });
  });

  test('a document number cut in the middle is not offered as a number', () => {
    const result = readMrz(PASSPORT.slice(0, 45 + 6), TODAY);
    expect(result).toMatchObject({ ok: true, reading: { family: 'ERIKSSON' } });
    expect(result.ok && result.reading.documentNumber).toBeUndefined();
  });

  test('the first line alone gives the name', () => {
    expect(read(PASSPORT.slice(0, 44))).toMatchObject({ format: 'TD3', family: 'ERIKSSON', given: 'ANNA MARIA' });
  });

  test('the second line alone gives number and dates', () => {
    expect(readMrz(PASSPORT.slice(45), TODAY)).toMatchObject({
      ok: true,
      missing: ['issuer', 'name'],
      reading: { documentNumber: 'L898902C3', birthDate: '1974-08-12' },
    });
  });

  test('fillers lost at the end of the name line are no cut', () => {
    expect(read(PASSPORT.replace(/<+\n/u, '\n'))).toMatchObject({ nameTruncated: false, given: 'ANNA MARIA' });
  });

  test('every beginning of a zone is read or refused, and what it gives agrees with the whole', () => {
    const whole = read(PASSPORT);
    for (let length = 0; length <= PASSPORT.length; length++) {
      const result = readMrz(PASSPORT.slice(0, length), TODAY);
      if (!result.ok) continue;
      for (const field of ['documentNumber', 'birthDate', 'nationality', 'issuer'] as const)
        if (result.reading[field] !== undefined) expect(result.reading[field]).toBe(whole[field]);
    }
  });
});

describe('characters misread', () => {
  test('a letter in a date is put right when the check digit then agrees', () => {
    const reading = read(PASSPORT.replace('7408122', '74O8122'));
    expect(reading).toMatchObject({
      birthDate: '1974-08-12',
      corrections: [{ field: 'birth-date', read: 'O', taken: '0' }],
    });
    expect(verdicts(reading)).toMatchObject({ 'birth-date': 'corrected', composite: 'valid' });
  });

  test('a letter for a check digit is put right', () => {
    expect(verdicts(read(CARD.replace('7408122', '740812Z')))).toMatchObject({
      'birth-date': 'corrected',
      composite: 'valid',
    });
  });

  test('a digit in a name is put right', () => {
    expect(read(PASSPORT.replace('ERIKSSON', 'ERIK5SON'))).toMatchObject({
      family: 'ERIKSSON',
      corrections: [{ field: 'name', read: '5', taken: 'S' }],
    });
  });

  test('two letters in a date, or one that does not agree, stay as they were read', () => {
    for (const date of ['74OB122', '7408I22'.replace('I', 'S')]) {
      const reading = read(PASSPORT.replace('7408122', date));
      expect(verdicts(reading)['birth-date']).toBe('invalid');
      expect(reading.birthDate).toBeUndefined();
    }
  });

  test('a letter for a digit in a document number is put right where the composite agrees too', () => {
    const reading = read(PASSPORT.replace('L898902C3', 'L8989O2C3'));
    expect(reading).toMatchObject({
      documentNumber: 'L898902C3',
      corrections: [{ field: 'document-number', read: 'O', taken: '0' }],
    });
    expect(verdicts(reading)).toMatchObject({ 'document-number': 'corrected', composite: 'valid' });
  });

  test('a document number is not guessed where no composite confirms it', () => {
    const visa = specimens.zones.find(({ reading }) => reading.format === 'MRV-A')!.lines.join('\n');
    const reading = read(visa.replace('L8988901C4', 'L89889O1C4'));
    expect(reading).toMatchObject({ documentNumber: 'L89889O1C', corrections: [] });
    expect(verdicts(reading)['document-number']).toBe('invalid');
    const twice = read(PASSPORT.replace('L898902C3', 'L8989O2C3').replace(/10$/u, '17'));
    expect(verdicts(twice)).toMatchObject({ 'document-number': 'invalid', composite: 'invalid' });
  });

  test('another digit anywhere in a checked field is noticed', () => {
    const digit = fc.constantFrom(...'0123456789');
    fc.assert(
      fc.property(fc.nat({ max: 43 }), digit, (column, taken) => {
        const second = PASSPORT.slice(45);
        fc.pre(/\d/u.test(second[column]!) && second[column] !== taken);
        const flipped = `${PASSPORT.slice(0, 45)}${second.slice(0, column)}${taken}${second.slice(column + 1)}`;
        expect(Object.values(verdicts(read(flipped)))).toContain('invalid');
      }),
    );
  });
});

describe('a zone built and read back', () => {
  const letters = (most: number) => fc.stringMatching(new RegExp(`^[A-Z]{1,${most}}$`, 'u'));
  const date = fc.date({ min: new Date('1930-01-01'), max: new Date('2018-01-01'), noInvalidDate: true });
  const person = fc.record({
    family: letters(16),
    given: letters(16),
    number: fc.stringMatching(/^[A-Z0-9]{9}$/u),
    birth: date,
    sex: fc.constantFrom('M', 'F', '<'),
  });

  test('gives what was put in', () => {
    fc.assert(
      fc.property(person, ({ family, given, number, birth, sex }) => {
        const born = birth.toISOString().slice(0, 10);
        const digits = born.slice(2).replaceAll('-', '');
        const checked = (value: string) => value + checkDigitOf(value);
        const [numbered, dated, expiring] = [checked(number), checked(digits), checked('250101')];
        const optional = '<'.repeat(14);
        const composite = checkDigitOf(`${numbered}${dated}${expiring}${optional}<`);
        const first = `P<KAZ${family}<<${given}`.padEnd(44, '<');
        const reading = read(`${first}\n${numbered}KAZ${dated}${sex}${expiring}${optional}<${composite}`);
        expect(reading).toMatchObject({
          family,
          given,
          documentNumber: number,
          birthDate: born,
          expiryDate: '2025-01-01',
        });
        expect(Object.values(verdicts(reading))).not.toContain('invalid');
      }),
    );
  });
});

describe('dates', () => {
  const born = (digits: string) => read(PASSPORT.replace('7408122', digits + checkDigitOf(digits))).birthDate;

  test('a birth lies on or before today', () => {
    expect(born('180610')).toBe('2018-06-10');
    expect(born('180611')).toBe('1918-06-11');
    expect(born('190101')).toBe('1919-01-01');
  });

  test('an unknown day or month is left out', () => {
    expect(born('7408<<')).toBe('1974-08');
    expect(born('74<<<<')).toBe('1974');
  });

  test('a day that does not exist is no date', () => {
    expect(born('740231')).toBeUndefined();
    expect(born('741301')).toBeUndefined();
  });
});

test('codes of states come as printed: German D, stateless, Kosovo, United Nations', () => {
  for (const [printed, code] of [
    ['D<<', 'D'],
    ['XXA', 'XXA'],
    ['RKS', 'RKS'],
    ['UNO', 'UNO'],
  ])
    expect(read(PASSPORT.replace('P<UTO', `P<${printed}`)).issuer).toBe(code);
});
