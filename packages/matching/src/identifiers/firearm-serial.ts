import type { Scheme } from './scheme.ts';
import { serialNumber } from './serial-number.ts';

/**
 * Serial numbers of firearms. The marking is to be unique with its maker and country (Firearms
 * Protocol of 2001, article 8), but has no common form: the same serial number of another maker is
 * found too, and the officer compares make and model. Cyrillic series (`ЖН`) are kept.
 */
export const firearmSerial: Scheme = { ...serialNumber };
