import type { ListFormat } from '@entente/contracts/alerts';

/** What to fetch for each format, in words beside the field. */
export const FORMAT_HINTS = {
  'un-sc': 'format.un-sc',
  'ofac-sdn': 'format.ofac-sdn',
  'us-csl': 'format.us-csl',
  'eu-oj': 'format.eu-oj',
  'eu-fsf': 'format.eu-fsf',
  'uk-sl': 'format.uk-sl',
} as const satisfies Record<ListFormat, string>;
