import type { PassengerEncoding } from '@entente/contracts/screening/passenger-list';

/** Character sets by the syntax identifier of a UNB (code list 0001); those not named here are told by their bytes. */
const CHARSETS: Record<string, PassengerEncoding> = {
  UNOC: 'iso-8859-1',
  UNOD: 'iso-8859-2',
  UNOE: 'iso-8859-5',
  UNOW: 'utf-8',
  UNOY: 'utf-8',
};

/** The character set an interchange names; undefined for ASCII and for one not known here. */
export function charsetOf(bytes: Uint8Array): PassengerEncoding | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const [, syntax = ''] = /UNB.(UNO[A-Z])/u.exec(head) ?? [];
  return CHARSETS[syntax];
}
