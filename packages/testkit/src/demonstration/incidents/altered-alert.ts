import type { AlertContent } from '@entente/contracts/alerts/content';
import { identity, names, passport, person, warrant } from '../alert-parts.ts';
import { byIndia } from '../alerts-of-india.ts';
import type { InDays } from '../scripted-alert.ts';

/** An alert over a newspaper article, in order but for the violent act that it cannot name. */
export function alteredAlert(day: InDays): AlertContent {
  return {
    category: 'wanted-for-arrest',
    subject: person([
      identity('confirmed', {
        names: names('रोहिणी साठे', 'Rohini Sathe', 'Deva'),
        birthDates: [{ date: '1986-09-04' }],
        nationalities: ['IND'],
        sex: 'female',
        documents: [passport('Z5518206', 'IND')],
      }),
    ]),
    ground: byIndia(day, 91, {
      instrument: 'shanghai-convention-2001',
      offence: {
        kind: 'extremism',
        description: 'Author of an article in the newspaper of 12 March, held to be extremist.',
        provision: 'Bharatiya Nyaya Sanhita (as invented here), section 152',
        definition: 'extremism-2001',
        conduct: 'publication-or-speech',
      },
      warrant: { ...warrant(day, 91), authority: 'Sessions Court of Pune (invented)' },
    }),
    action: 'arrest',
    expiresOn: day(360),
    reviewOn: day(150),
  };
}
