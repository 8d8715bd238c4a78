import type { AskedAbout } from '@entente/contracts/exchange/asks';

/** A question as it is typed. It lives as long as the page: neither the address nor the browser keeps anything of it. */
export interface AskDraft {
  by: AskedAbout['by'];
  number: string;
  issuer: string;
  /** One name in each line. */
  names: string;
  birthDate: string;
  nationality: string;
}

export const EMPTY_DRAFT: AskDraft = {
  by: 'document',
  number: '',
  issuer: '',
  names: '',
  birthDate: '',
  nationality: '',
};

export const MOST_NAMES = 5;
export const LONGEST_NUMBER = 60;
export const LONGEST_WORDS = 500;

/** What is wrong with a draft, by the field that says so. */
export interface DraftFaults {
  number?: 'missing';
  names?: 'missing' | 'too-many' | 'too-long';
  birthDate?: 'no-such-date' | 'too-wide';
}

/** How what is typed is read: dates as officers write them, states by their names. */
export interface Readers {
  date(typed: string): string | null;
  state(typed: string): string;
}

/** The question in the terms of the contract, or what keeps it from being one. */
export function readDraft(draft: AskDraft, readers: Readers): { about: AskedAbout } | { faults: DraftFaults } {
  return draft.by === 'document' ? readDocument(draft, readers) : readIdentity(draft, readers);
}

/** Whether names are given and nothing beside them: such a question would find namesakes, and no node answers it. */
export function isTooWide({ by, names, birthDate, nationality }: AskDraft): boolean {
  return by === 'identity' && names.trim() !== '' && birthDate.trim() === '' && nationality.trim() === '';
}

function readDocument({ number, issuer }: AskDraft, { state }: Readers): ReturnType<typeof readDraft> {
  if (number.trim() === '') return { faults: { number: 'missing' } };
  return {
    about: { by: 'document', number: number.trim(), ...(issuer.trim() !== '' && { issuer: state(issuer.trim()) }) },
  };
}

function readIdentity(draft: AskDraft, { date, state }: Readers): ReturnType<typeof readDraft> {
  const names = linesOf(draft.names);
  const birthDate = draft.birthDate.trim() === '' ? undefined : date(draft.birthDate);
  const nationality = draft.nationality.trim();
  const nameFault = faultOfNames(names);
  const dateFault = birthDate === null ? 'no-such-date' : isTooWide(draft) ? 'too-wide' : undefined;
  if (nameFault || dateFault || birthDate === null) {
    return { faults: { ...(nameFault && { names: nameFault }), ...(dateFault && { birthDate: dateFault }) } };
  }
  return {
    about: {
      by: 'identity',
      names,
      ...(birthDate !== undefined && { birthDate }),
      ...(nationality !== '' && { nationality: state(nationality) }),
    },
  };
}

function faultOfNames(names: string[]): DraftFaults['names'] {
  if (names.length === 0) return 'missing';
  if (names.length > MOST_NAMES) return 'too-many';
  return names.some((name) => name.length > LONGEST_WORDS) ? 'too-long' : undefined;
}

/** The same name typed twice is one. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
