export { parseCountry } from './country.ts';
export { foldDocumentNumber } from './document-number.ts';
export {
  type BlankRange,
  holdsNumber,
  type RangeRefusal,
  type RangeResult,
  readDocumentRange,
} from './identifiers/document-range.ts';
export type { CheckDigitVerdict, ObjectScheme } from './identifiers/scheme.ts';
export {
  checkIdentifier,
  isWellFormedIdentifier,
  normaliseIdentifier,
  OBJECT_SCHEMES,
} from './identifiers/schemes.ts';
export { copyIndex } from './index/copy.ts';
export { type InputReading, readInput } from './input.ts';
export {
  createMemory,
  type IndexMemory,
  measureMemory,
  PARTS,
  type Part,
  type PartSizes,
  settleMemory,
} from './memory/index-memory.ts';
export type * from './model.ts';
export {
  type CheckDigit,
  type MrzCorrection,
  type MrzField,
  type MrzFormat,
  type MrzReading,
  type MrzRefusalCode,
  type MrzResult,
  readMrz,
} from './mrz.ts';
export { attachIndex, createIndex, releaseReader } from './name-index.ts';
export { compareNames, type NameComparison } from './names/compare.ts';
export { normalName } from './names/normal-name.ts';
export type { Token } from './names/token.ts';
export {
  NATIONAL_SCHEMES,
  type NationalNumber,
  readNationalNumbers,
} from './national-numbers/national-numbers.ts';
export type { NationalScheme } from './national-numbers/scheme.ts';
export {
  createObjectIndex,
  type IndexedIdentifier,
  type IndexedObject,
  type IndexedRange,
  type NumberKind,
  type ObjectIndex,
  type ObjectMatch,
  type ObjectQuery,
  type Unindexed,
} from './object-index.ts';
