/** As machine-readable zones have it (ICAO Doc 9303-3). */
export type Sex = 'male' | 'female' | 'unspecified';
