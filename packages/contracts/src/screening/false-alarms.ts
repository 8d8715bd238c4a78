/* Made from bench/results/accuracy.json and bench/results/screening.json by `npm run generate`. */

/**
 * How many false alarms each band gave when it was measured. Of so many invented clean travellers of the region, those who met somebody of
 * the UN list: by name, birth date, nationality and sex, and by name alone, in Latin letters or their own script, whichever was worse. Of so
 * many document numbers looked up among 90 million, those that met another's, or missed their own.
 */
export const FALSE_ALARMS = {
  travellers: 100_000,
  withFacts: { strong: 0, possible: 250 },
  nameOnly: { strong: 15, possible: 2045 },
  numbers: { of: 1_000_000, wrong: 0 },
} as const;
