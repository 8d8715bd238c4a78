import { writeTd3 } from '../people/zone.ts';
import { FLED_FROM_INDIA, SOUGHT_BY_INDIA } from './alerts-of-india.ts';
import { LOST_PASSPORT, VICTIM, WANTED } from './named-alerts.ts';

const kazakh = { issuer: 'KAZ', nationality: 'KAZ', expiryDate: '2031-05-20' };

/** The wanted man on his own passport. */
export const WANTED_ZONE = writeTd3({ ...kazakh, ...WANTED, sex: 'male' });

/** The victim of a misused identity, on her own passport: the alert that names her clears her. */
export const VICTIM_ZONE = writeTd3({ ...kazakh, ...VICTIM, sex: 'female' });

/** The holder of a passport reported stolen: verify, do not detain. */
export const LOST_PASSPORT_ZONE = writeTd3({ ...kazakh, ...LOST_PASSPORT, sex: 'male' });

/** The man whom India seeks, on his own passport: a hit once the alert has come and was accepted. */
export const SOUGHT_BY_INDIA_ZONE = writeTd3({
  issuer: 'IND',
  nationality: 'IND',
  expiryDate: '2031-05-20',
  ...SOUGHT_BY_INDIA,
  sex: 'male',
});

/** The man who fled India, on a refugee's document of another state (`XXB`, ICAO Doc 9303-3, section 5). */
export const FLED_FROM_INDIA_ZONE = writeTd3({
  issuer: 'KAZ',
  nationality: 'XXB',
  expiryDate: '2031-05-20',
  ...FLED_FROM_INDIA,
  sex: 'male',
});
