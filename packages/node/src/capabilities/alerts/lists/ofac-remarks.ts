import { countryOf } from './country.ts';
import type { SubjectDraft } from './draft.ts';
import { readLabel } from './ofac-labels.ts';

/**
 * Reads the remarks of one target: statements ended by `;`, the last by a full stop. Each statement adds to
 * the draft what it says; every statement also stays readable in the remarks.
 */
export function readRemarks(draft: SubjectDraft, remarks: string): void {
  draft.remark(remarks);
  for (const raw of splitStatements(remarks)) readStatement(draft, raw.replace(/^alt\. /i, '').trim());
}

/** More than any remarks hold; the longest are lists of currency addresses. */
const MOST_STATEMENTS = 2000;

/** Statements end at `;`. */
function splitStatements(remarks: string): string[] {
  return remarks.replace(/\.\s*$/, '').split(/;\s*/, MOST_STATEMENTS);
}

function readStatement(draft: SubjectDraft, statement: string): void {
  const labelled = /^(DOB|POB|nationality|citizen|Gender|Alt\. DOB)\s*:?\s+(.+)$/is.exec(statement);
  if (labelled) {
    readLabelled(draft, (labelled[1] as string).toLowerCase(), labelled[2] as string);
    return;
  }
  const alias = /^([afn])\.k\.a\.\s+'(.+?)'?$/is.exec(statement);
  if (alias) {
    // OFAC writes its weak aliases, and only these, into the remarks (FAQ 123).
    draft.name(alias[2], alias[1] === 'f' ? 'former' : 'alias', 'low');
    return;
  }
  readIdentifier(draft, statement);
  readParticular(draft, statement);
}

function readLabelled(draft: SubjectDraft, label: string, value: string): void {
  if (label === 'dob' || label === 'alt. dob') draft.born(value);
  else if (label === 'pob') draft.birthPlace(value);
  else if (label === 'gender') draft.sex(value);
  else if (/^of registration /i.test(value)) draft.particular('registeredIn', value.slice('of registration '.length));
  else draft.nationality(value.replace(/^possibly /i, '').replace(/\)$/, ''));
}

/** `Passport N302083 (Thailand) issued … expires …`: label, number, country or a note, dates. */
function readIdentifier(draft: SubjectDraft, statement: string): void {
  const found = readLabel(statement);
  if (!found) return;
  const parts =
    /^[#:]?\s*(?:No\.:?\s+)?(.*?)(?:\s+\(([^()]+(?:\([^()]*\))?)\))?((?:\s+(?:issued|expires)\b.*)?)$/is.exec(
      found.rest,
    );
  const country = countryOf(parts?.[2]);
  const note = [found.label, country ? '' : parts?.[2], parts?.[3]?.trim()].filter(Boolean).join('; ');
  draft.document({
    type: found.type,
    number: (parts?.[1] || found.rest).replace(/,\s*Diplomatic$/i, ''),
    ...(country && { country }),
    note: note.slice(0, 500),
  });
}

const PARTICULARS: readonly [RegExp, string][] = [
  [/^Aircraft Model /i, 'model'],
  [/^Aircraft Operator /i, 'operator'],
  [/^Aircraft Manufacture Date /i, 'built'],
  [/^Vessel Year of Build /i, 'built'],
  [/^Former Vessel Flag /i, 'formerFlag'],
  [/^Vessel Type /i, 'type'],
  [/^Vessel Flag /i, 'flag'],
  [/^Other Vessel Flag /i, 'flag'],
  [/^Other Vessel Type /i, 'type'],
  [/^Linked To:\s*/i, 'linkedTo'],
];

function readParticular(draft: SubjectDraft, statement: string): void {
  if (draft.kind !== 'vessel' && draft.kind !== 'aircraft') return;
  for (const [label, name] of PARTICULARS) {
    if (label.test(statement)) draft.particular(name, statement.replace(label, ''));
  }
}
