import type { MrzFormat } from './model.ts';

/** A run of characters: line, first column, the column after the last; all from 0. */
export type Span = readonly [line: number, from: number, to: number];

/** Where a format keeps its fields (ICAO Doc 9303 parts 4 to 7). */
export interface Layout {
  format: MrzFormat;
  lines: number;
  width: number;
  documentCode: Span;
  issuer: Span;
  name: Span;
  documentNumber: Span;
  nationality: Span;
  birthDate: Span;
  sex: Span;
  expiryDate: Span;
  optional: Span[];
  /** TD3 alone checks its optional data. */
  personalNumberCheck?: Span;
  /** The composite check digit and what it covers; visas have none. */
  composite?: { at: Span; covers: Span[] };
}

const SECOND_LINE = {
  documentNumber: [1, 0, 9],
  nationality: [1, 10, 13],
  birthDate: [1, 13, 19],
  sex: [1, 20, 21],
  expiryDate: [1, 21, 27],
} as const;

const FIRST_LINE = { documentCode: [0, 0, 2], issuer: [0, 2, 5] } as const;

/** Passports: Doc 9303-4, 4.2. */
export const TD3: Layout = {
  format: 'TD3',
  lines: 2,
  width: 44,
  ...FIRST_LINE,
  ...SECOND_LINE,
  name: [0, 5, 44],
  optional: [[1, 28, 42]],
  personalNumberCheck: [1, 42, 43],
  composite: {
    at: [1, 43, 44],
    covers: [
      [1, 0, 10],
      [1, 13, 20],
      [1, 21, 43],
    ],
  },
};

/** Cards of the larger size: Doc 9303-6, 4.2. */
export const TD2: Layout = {
  format: 'TD2',
  lines: 2,
  width: 36,
  ...FIRST_LINE,
  ...SECOND_LINE,
  name: [0, 5, 36],
  optional: [[1, 28, 35]],
  composite: {
    at: [1, 35, 36],
    covers: [
      [1, 0, 10],
      [1, 13, 20],
      [1, 21, 35],
    ],
  },
};

/** Visas of the larger size: Doc 9303-7, 4.2. */
export const MRV_A: Layout = {
  format: 'MRV-A',
  lines: 2,
  width: 44,
  ...FIRST_LINE,
  ...SECOND_LINE,
  name: [0, 5, 44],
  optional: [[1, 28, 44]],
};

/** Visas of the smaller size: Doc 9303-7, 4.3. */
export const MRV_B: Layout = { ...MRV_A, format: 'MRV-B', width: 36, name: [0, 5, 36], optional: [[1, 28, 36]] };

/** Cards of the smaller size: Doc 9303-5, 4.2. */
export const TD1: Layout = {
  format: 'TD1',
  lines: 3,
  width: 30,
  ...FIRST_LINE,
  documentNumber: [0, 5, 14],
  birthDate: [1, 0, 6],
  sex: [1, 7, 8],
  expiryDate: [1, 8, 14],
  nationality: [1, 15, 18],
  name: [2, 0, 30],
  optional: [
    [0, 15, 30],
    [1, 18, 29],
  ],
  composite: {
    at: [1, 29, 30],
    covers: [
      [0, 5, 30],
      [1, 0, 7],
      [1, 8, 15],
      [1, 18, 29],
    ],
  },
};
