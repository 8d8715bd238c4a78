import { parseCountry } from '@entente/matching/country';

const known = new Map<string, string | undefined>();

/** ISO 3166-1 alpha-3 of a country or nationality as lists write it; remembers, since a list names few and often. */
export function countryOf(text: string | undefined): string | undefined {
  const asked = text?.trim();
  if (!asked || asked.length > 100) return undefined;
  if (!known.has(asked)) {
    if (known.size > 5000) known.clear();
    const found = parseCountry(asked);
    known.set(asked, found && /^[A-Z]{3}$/.test(found) ? found : undefined);
  }
  return known.get(asked);
}
