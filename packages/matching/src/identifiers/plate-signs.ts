/**
 * The distinguishing sign of the state (Convention on Road Traffic of 1968, article 37 and annex 3)
 * stands on the plate beside the number, and hands and cameras read it along. It is dropped only
 * where the rest is a number of that state.
 */
const SIGNED: RegExp[] = [
  // Russia, GOST R 50577: cars; trailers; transit; motorcycles. RUS stands below the region.
  /^([A-Z]\d{3}[A-Z]{2}\d{2,3}|[A-Z]{2}\d{6,7}|[A-Z]{2}\d{3}[A-Z]\d{2,3}|\d{4}[A-Z]{2}\d{2,3})RUS$/,
  // Kazakhstan since 2012: KZ at the left.
  /^KZ(\d{3}[A-Z]{2,3}\d{2})$/,
  /^(\d{3}[A-Z]{2,3}\d{2})KZ$/,
  // Kyrgyzstan since 2016: KG below the region, which stands first.
  /^(\d{2})KG(\d{3}[A-Z]{2,3}|\d{4}[A-Z])$/,
  // Uzbekistan since 2008: UZ at the right.
  /^(\d{2}[A-Z]\d{3}[A-Z]{2}|\d{5}[A-Z]{3}|\d{6}[A-Z]{2})UZ$/,
  // Tajikistan since 2009.
  /^(\d{4}[A-Z]{2}\d{2})TJ$/,
  // Belarus since 2004: BY at the left.
  /^BY(\d{4}[A-Z]{2}\d|[A-Z]{2}\d{5}|[A-Z]\d{4}[A-Z]\d)$/,
  // India, Central Motor Vehicles Rules, rule 50: IND at the left.
  /^IND([A-Z]{2}\d{1,2}[A-Z]{0,3}\d{1,4}|\d{2}BH\d{4}[A-Z]{1,2})$/,
  // Mongolia since 2001: MNG between digits and letters.
  /^(\d{4})MNG(\p{L}{3})$/u,
  // Iran: the country's name above the province's digits.
  /^(\d{2}\p{Script=Arabic}\d{3})ایران(\d{2})$/u,
];

/** A folded plate without the distinguishing sign of its state. */
export function dropStateSign(folded: string): string {
  for (const form of SIGNED) {
    const number = form.exec(folded);
    if (number) return number.slice(1).join('');
  }
  return folded;
}
