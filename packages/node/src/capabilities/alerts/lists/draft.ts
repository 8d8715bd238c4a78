import type {
  Identity,
  ListedDocument,
  ListedName,
  ListedSubject,
  ListId,
  SubjectKind,
} from '@entente/contracts/alerts';
import { countryOf } from './country.ts';
import { addBirthDate, parseBirthDates, parseDate } from './dates.ts';
import { addDocument } from './documents.ts';
import { type ListItem, type Place, problemItem } from './item.ts';
import { addName, type NameKind, type NameQuality } from './names.ts';
import { because, type Reason } from './reasons.ts';
import { presentText } from './text.ts';

const LONGEST_REMARKS = 20_000;
/** More than any list writes into a field of dates or countries. */
const LONGEST_FIELD = 2000;

/** A subject being put together. Empty values add nothing; what cannot be read is told in `faults` and left out. */
export class SubjectDraft {
  readonly list: ListId;
  readonly ref: string;
  readonly kind: SubjectKind;
  readonly names: ListedName[] = [];
  readonly birthDates: Identity['birthDates'] = [];
  readonly birthPlaces: string[] = [];
  readonly nationalities: string[] = [];
  readonly documents: ListedDocument[] = [];
  readonly programmes: string[] = [];
  readonly addresses: string[] = [];
  readonly particulars: Record<string, string> = {};
  /** Fields that could not be read; the record goes in without them. */
  readonly faults: Reason[] = [];
  readonly #remarks: string[] = [];
  citation: string | undefined;
  #sex: 'male' | 'female' | undefined;
  #listedOn: string | undefined;

  constructor(list: ListId, ref: string, kind: SubjectKind) {
    this.list = list;
    this.ref = ref;
    this.kind = kind;
  }

  name(text: string | undefined, kind: NameKind, quality: NameQuality = 'good', parts?: ListedName['parts']): void {
    const fault = addName(this.names, text, kind, quality, parts);
    if (fault) this.faults.push(fault);
  }

  /** Every birth date of a free field; `circa` marks all of them. */
  born(text: string | undefined, circa = false): void {
    if (!text?.trim()) return;
    const { dates, faults } = parseBirthDates(text.slice(0, LONGEST_FIELD));
    for (const date of dates) addBirthDate(this.birthDates, circa ? { ...date, circa: true } : date);
    this.faults.push(...faults);
  }

  birthPlace(text: string | undefined): void {
    addText(this.birthPlaces, text);
  }

  /** A country or nationality; a text that names none is told unless the list means "unknown" by it. */
  nationality(text: string | undefined): void {
    const asked = presentText(text);
    if (!asked || /^(na|n\/a|none|unknown|stateless|-+)\.?$/i.test(asked)) return;
    const country = countryOf(asked.replace(/\.$/, ''));
    if (!country) this.faults.push(because('unknown-country', { text: asked }));
    else if (!this.nationalities.includes(country)) this.nationalities.push(country);
  }

  sex(text: string | undefined): void {
    const letter = /^\W*(m(?:ale)?|f(?:emale)?)\b/i.exec(text ?? '')?.[1]?.[0]?.toLowerCase();
    if (letter) this.#sex = letter === 'm' ? 'male' : 'female';
  }

  document(document: Omit<ListedDocument, 'number'> & { number: string | undefined }): void {
    if (document.number !== undefined) addDocument(this.documents, { ...document, number: document.number });
  }

  programme(text: string | undefined): void {
    addText(this.programmes, text);
  }

  address(...parts: (string | undefined)[]): void {
    addText(this.addresses, parts.map(presentText).filter(Boolean).join(', '));
  }

  remark(text: string | undefined): void {
    const present = presentText(text);
    if (present) this.#remarks.push(present);
  }

  /** A remark that a list repeats on every row of a subject. */
  once(text: string | undefined): void {
    const present = presentText(text);
    if (present && !this.#remarks.includes(present)) this.#remarks.push(present);
  }

  particular(name: string, text: string | undefined): void {
    const present = presentText(text);
    const before = this.particulars[name];
    if (!present || before?.split('; ').includes(present)) return;
    this.particulars[name] = before ? `${before}; ${present}` : present;
  }

  listedOn(text: string | undefined): void {
    if (!text?.trim()) return;
    const date = parseDate(text);
    if (date) this.#listedOn ??= date;
    else this.faults.push(because('impossible-date', { field: 'listedOn', text }));
  }

  /** What the reader yields for this draft: its faults and the subject, or its refusal. */
  *items(scope: string, place: Place): Generator<ListItem> {
    const subject = this.finish();
    if (!subject) {
      yield problemItem(place, because('no-name'), true, this.ref);
      return;
    }
    const told = new Map(this.faults.map((fault) => [fault.text, fault]));
    for (const fault of told.values()) yield problemItem(place, fault, false, this.ref);
    yield { kind: 'subject', subject, scope, place };
  }

  /** The subject, or undefined where there is no name, without which nobody can be found. */
  finish(): ListedSubject | undefined {
    if (this.names.length === 0) return undefined;
    const remarks = this.#remarks.join(' ').slice(0, LONGEST_REMARKS);
    return {
      list: this.list,
      ref: this.ref,
      ...(this.citation && { citation: this.citation }),
      kind: this.kind,
      identities: [
        {
          status: 'confirmed',
          names: this.names,
          birthDates: this.birthDates,
          birthPlaces: this.birthPlaces,
          nationalities: this.nationalities,
          ...(this.#sex && { sex: this.#sex }),
          documents: this.documents,
        },
      ],
      programmes: this.programmes,
      ...(this.#listedOn && { listedOn: this.#listedOn }),
      addresses: this.addresses,
      ...(remarks && { remarks }),
      ...(Object.keys(this.particulars).length > 0 && { particulars: this.particulars }),
    };
  }
}

function addText(texts: string[], text: string | undefined): void {
  const present = presentText(text)?.slice(0, 2000);
  if (present && !texts.includes(present)) texts.push(present);
}
