export { parseCountry } from './country.ts';
export { foldDocumentNumber } from './document-number.ts';
export type { InputReading } from './input.ts';
export type * from './model.ts';
export type { CheckDigit, MrzFormat, MrzReading, MrzRefusalCode, MrzResult } from './mrz.ts';
export { compareNames, createIndex } from './name-index.ts';
