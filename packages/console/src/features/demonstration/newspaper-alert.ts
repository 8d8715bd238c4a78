import type { AlertContent } from '@entente/contracts/alerts/content';

const DAY_MS = 86_400_000;

/** The words that are held to be extremist: somebody wrote an article, and nothing else was done. */
export const ARTICLE = 'Author of an article in the newspaper of 12 March, held to be extremist.';

/**
 * An alert over a newspaper article, as an officer might be told to issue it: warrant, authority, person and dates are in
 * order. What it lacks is a violent act, and no amount of paper puts one there.
 */
export function newspaperAlert(now: Date): AlertContent {
  const day = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  return {
    category: 'wanted-for-arrest',
    subject: {
      kind: 'person',
      identities: [
        {
          status: 'confirmed',
          names: [
            { full: 'Ainur Seidakhmetova', script: 'Latn', kind: 'primary', quality: 'good' },
            { full: 'Сейдахметова Айнұр', script: 'Cyrl', kind: 'original-script', quality: 'good' },
          ],
          birthDates: [{ date: '1982-05-06' }],
          birthPlaces: [],
          nationalities: ['KAZ'],
          sex: 'female',
          documents: [{ type: 'passport', number: 'N14407715', country: 'KAZ' }],
        },
      ],
      protection: 'none-known',
    },
    ground: {
      legalBasis: 'Criminal Procedure Code (invented), article 178',
      instrument: 'shanghai-convention-2001',
      issuingAuthority: {
        name: 'Department for Combating Extremism (invented)',
        reference: 'INV-2026/0917',
        date: day(-8),
      },
      offence: {
        kind: 'extremism',
        description: ARTICLE,
        provision: 'Criminal Code (invented), article 174',
        definition: 'extremism-2001',
        conduct: 'publication-or-speech',
      },
      warrant: {
        kind: 'arrest-warrant',
        authority: 'District Court No. 1 of Almaty (invented)',
        number: 'W-917/2026',
        date: day(-10),
      },
    },
    action: 'arrest',
    expiresOn: day(360),
    reviewOn: day(150),
  };
}
