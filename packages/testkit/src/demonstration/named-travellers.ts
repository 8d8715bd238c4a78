import { writeTd3 } from '../people/zone.ts';
import { LOST_PASSPORT, VICTIM, WANTED } from './named-alerts.ts';

const kazakh = { issuer: 'KAZ', nationality: 'KAZ', expiryDate: '2031-05-20' };

/** The wanted man on his own passport. */
export const WANTED_ZONE = writeTd3({ ...kazakh, ...WANTED, sex: 'male' });

/** The victim of a misused identity, on her own passport: the alert that names her clears her. */
export const VICTIM_ZONE = writeTd3({ ...kazakh, ...VICTIM, sex: 'female' });

/** The holder of a passport reported stolen: verify, do not detain. */
export const LOST_PASSPORT_ZONE = writeTd3({ ...kazakh, ...LOST_PASSPORT, sex: 'male' });
