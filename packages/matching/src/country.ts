import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import ar from 'i18n-iso-countries/langs/ar.json' with { type: 'json' };
import de from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import fa from 'i18n-iso-countries/langs/fa.json' with { type: 'json' };
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import hi from 'i18n-iso-countries/langs/hi.json' with { type: 'json' };
import kk from 'i18n-iso-countries/langs/kk.json' with { type: 'json' };
import ky from 'i18n-iso-countries/langs/ky.json' with { type: 'json' };
import mn from 'i18n-iso-countries/langs/mn.json' with { type: 'json' };
import ru from 'i18n-iso-countries/langs/ru.json' with { type: 'json' };
import tg from 'i18n-iso-countries/langs/tg.json' with { type: 'json' };
import tr from 'i18n-iso-countries/langs/tr.json' with { type: 'json' };
import uk from 'i18n-iso-countries/langs/uk.json' with { type: 'json' };
import ur from 'i18n-iso-countries/langs/ur.json' with { type: 'json' };
import uz from 'i18n-iso-countries/langs/uz.json' with { type: 'json' };
import zh from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };

import { DEMONYMS } from './demonyms.ts';

const LANGUAGES = [en, ru, zh, ar, fa, fr, es, de, hi, kk, ky, mn, tg, tr, uk, ur, uz];

/** Codes of ICAO Doc 9303-3, section 5, that stand for themselves: they name no state of ISO 3166-1. */
const STANDING_CODES = 'XXA XXB XXC XXX XPO XOM XCC XCO XEC XES XMP XBA XIM XCE XDC UNO UNA UNK EUE UTO RKS'.split(' ');

/** Codes that mean a state of another code: ICAO's British kinds, the German single letter, codes gone from ISO 3166. */
const OTHER_CODES: Record<string, string> = {
  D: 'DEU',
  GBD: 'GBR',
  GBN: 'GBR',
  GBO: 'GBR',
  GBP: 'GBR',
  GBS: 'GBR',
  UK: 'GBR',
  EL: 'GRC',
  XK: 'RKS',
  XKX: 'RKS',
  XKK: 'RKS',
  ROM: 'ROU',
  ZAR: 'COD',
  TMP: 'TLS',
  BUR: 'MMR',
  WBK: 'PSE',
};

/** Names that lists and officers write and the country tables lack. */
const OTHER_NAMES: Record<string, string> = {
  'Bolivarian Republic of Venezuela': 'VEN',
  Burma: 'MMR',
  'Cabo Verde': 'CPV',
  'Czech Republic': 'CZE',
  "Democratic People's Republic of Korea": 'PRK',
  DPRK: 'PRK',
  'East Timor': 'TLS',
  England: 'GBR',
  'Great Britain': 'GBR',
  Holland: 'NLD',
  'Hong Kong': 'HKG',
  'Islamic Republic of Iran': 'IRN',
  'Ivory Coast': 'CIV',
  'Korea North': 'PRK',
  'Korea South': 'KOR',
  Kosovo: 'RKS',
  "Lao People's Democratic Republic": 'LAO',
  Laos: 'LAO',
  Macau: 'MAC',
  Macedonia: 'MKD',
  'Macedonia Former Yugoslav Republic of': 'MKD',
  Micronesia: 'FSM',
  Moldova: 'MDA',
  'North Korea': 'PRK',
  Palestine: 'PSE',
  Palestinian: 'PSE',
  'Republic of Korea': 'KOR',
  Russia: 'RUS',
  'South Korea': 'KOR',
  'State of Palestine': 'PSE',
  Swaziland: 'SWZ',
  Syria: 'SYR',
  Taiwan: 'TWN',
  Tanzania: 'TZA',
  Türkiye: 'TUR',
  UAE: 'ARE',
  'United Kingdom of Great Britain and Northern Ireland': 'GBR',
  Vatican: 'VAT',
  Venezuela: 'VEN',
  'Viet Nam': 'VNM',
  Россия: 'RUS',
  Киргизия: 'KGZ',
  Кыргызстан: 'KGZ',
  Белоруссия: 'BLR',
  США: 'USA',
  КНР: 'CHN',
  КНДР: 'PRK',
};

const BY_CODE = new Map<string, string>();
const BY_NAME = new Map<string, string>();
fillTables();

/**
 * The alpha-3 code of a state named in any of the usual ways: ISO 3166-1 alpha-2, alpha-3 or
 * numeric, a code of ICAO Doc 9303-3 section 5 (`D`, `XXA`, `RKS`, `UNO`), a name in one of
 * seventeen languages, or an English adjective (`Kazakh`). Codes of ICAO that name no state come back as they are. Undefined when
 * the text names none.
 */
export function parseCountry(text: string): string | undefined {
  if (text.length > 200) return undefined;
  const code = text
    .normalize('NFKC')
    .replace(/[<\s]+/gu, ' ')
    .trim()
    .toUpperCase();
  return BY_CODE.get(code) ?? BY_NAME.get(nameKey(text)) ?? BY_NAME.get(turnedKey(text));
}

function fillTables(): void {
  const alpha3 = new Map<string, string>();
  for (const [iso2 = '', iso3 = '', numeric = ''] of codes as string[][]) {
    if (iso2 === 'XK') continue;
    alpha3.set(iso2, iso3);
    for (const code of [iso2, iso3, numeric]) BY_CODE.set(code, iso3);
  }
  for (const code of STANDING_CODES) BY_CODE.set(code, code);
  for (const [code, iso3] of Object.entries(OTHER_CODES)) BY_CODE.set(code, iso3);
  for (const [name, iso3] of Object.entries(OTHER_NAMES)) BY_NAME.set(nameKey(name), iso3);
  for (const [adjective, iso3] of DEMONYMS) BY_NAME.set(nameKey(adjective), iso3);
  for (const { countries } of LANGUAGES) {
    for (const [iso2, names] of Object.entries(countries as Record<string, string | string[]>)) {
      const iso3 = alpha3.get(iso2);
      for (const name of iso3 ? [names].flat() : []) addName(name, iso3!);
    }
  }
}

/** A name that two states share (`Congo`) stays with the one entered first, so English decides. */
function addName(name: string, iso3: string): void {
  for (const key of [nameKey(name), turnedKey(name)]) if (key && !BY_NAME.has(key)) BY_NAME.set(key, iso3);
}

/** Letters and digits only, without marks, case, articles and brackets. */
function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\band\b|&/gu, ' ')
    .replace(/\bsaint\b/gu, 'st')
    .replace(/\b(?:the|of)\b/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** `Korea, Republic of` and `Iran (Islamic Republic of)` turned to speaking order. */
function turnedKey(name: string): string {
  const [, head, tail] = /^([^,(]+)[,(]\s*([^)]*)\)?\s*$/u.exec(name) ?? [];
  return head && tail ? nameKey(`${tail} ${head}`) : nameKey(name);
}
