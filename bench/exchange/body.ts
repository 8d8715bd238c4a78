import type { Json } from '@entente/crypto/json';

/** An envelope of about 4 KiB, most of it text and fields as an alert has them. */
export const BODY_BYTES = 4096;

const FIELDS = Array.from({ length: 24 }, (_, at) => ({
  family: `Invented Family ${at}`,
  given: `Invented Given ${at}`,
  born: '1971-04-28',
  document: `N${String(at).padStart(8, '0')}`,
}));

/** A body of 4 KiB with a number in it. */
export function noteBody(number: number): Json {
  const body = { number, subjects: FIELDS, remarks: '' };
  const missing = BODY_BYTES - JSON.stringify(body).length;
  return { ...body, remarks: 'x'.repeat(Math.max(0, missing)) };
}
