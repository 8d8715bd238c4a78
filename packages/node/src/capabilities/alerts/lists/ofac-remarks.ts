import { countryOf } from './country.ts';
import type { DocumentType } from './documents.ts';
import type { SubjectDraft } from './draft.ts';

/**
 * Labels of identifiers in OFAC's remarks, longest first where one begins another. What is no identifier
 * of the subject (programme notes, websites, telephone numbers, currency addresses) stays in the remarks.
 */
const IDENTIFIERS: readonly [RegExp, DocumentType][] = [
  [/^(?:British National Overseas |Diplomatic |Stateless Person |UN )?Passport #?/i, 'passport'],
  [/^(?:Travel Document Number|Refugee ID Card|Seafarer's Identification Document) ?/i, 'passport'],
  [/^(?:Vessel Registration Identification|Company Number|Identification Number) IMO /i, 'imo'],
  [/^MMSI /i, 'mmsi'],
  [/^Aircraft Tail Number /i, 'tail-number'],
  [/^Aircraft Manufacturer's Serial Number \(MSN\) /i, 'serial-number'],
  [/^Aircraft Construction Number \(also called L\/N or S\/N or F\/N\) /i, 'serial-number'],
  [
    /^(?:National ID No\.|National Foreign ID Number|Personal ID Card|Identification Number|Identification ID|SSN|D\.N\.I\.|C\.U\.R\.P\.|Cedula No\.|Cedula de Ciudadania|Cedula de Residencia|Cedula de Identidad|Electoral Registry No\.|Turkish Identification Number|Tarjeta de Identidad|Residency Number|Citizen's Card Number|Kenyan ID No\.|Bosnian Personal ID No\.|Stateless Person ID Card|Interpol: Red Notice. File No\.|I\.F\.E\.|Pilot License Number|LE Number|Numero de Identidad|Birth Certificate Number|Public Security and Immigration No\.|Moroccan Personal ID No\.|Italian Fiscal Code|Afghan Money Service Provider License Number|Numero Unico de Identificacao Tributaria|N\.I\.E\.|Dubai Chamber of Commerce Membership No\.|Credencial electoral|Cartilla de Servicio Militar Nacional|Driver's License No\.|Driver's License is issued by|Phoenician ID|Serial No\.|VisaNumberID|Voter ID|Student ID|Central Registration Depository Number|Registered Charity No\.|Permit Number|Immigration No\.|Military Registration Number|Professional License No\.|Personnel Number|Passport Card|Istanbul Chamber of Comm\. No\.|License|Chinese Commercial Code)(?: #)? ?/i,
    'national-id',
  ],
  [
    /^(?:Tax ID No\.|R\.F\.C\.|RFC|NIT #|RUC #|RIF #|RTN|V\.A\.T\. Number|US FEIN|C\.U\.I\.T\.|C\.U\.I\.P\.|C\.U\.I\.|CNP \(Personal Numerical Code\)|RSIN|Fiscal Code|BIN|C\.U\.I\. #|Tax Card No\.|Paraguayan tax identification number) ?/i,
    'tax-number',
  ],
  [
    /^(?:Registration (?:ID|Number|Certificate Number)|Registered Charity No\.|Business (?:Registration (?:Number|Document #)|Number)|Company (?:Number|ID)|Commercial Registry Number|Commercial Registry No\.|Public Registration Number|Folio Mercantil No\.|Matricula Mercantil No\.?|Government Gazette Number|C\.R\. No\.|UK Company Number|Trade License No\.|Chamber of Commerce Number|D-U-N-S Number|Enterprise Number|Branch Unit Number|Unified Social Credit Code \(USCC\)|Legal Entity Number|Economic Register Number \(CBLS\)|Certificate of Incorporation Number|SWIFT\/BIC|Organization Code|Romanian C\.R\.|Romanian Permanent Resident|Central Registration Number|Romanian Tax Registration|File Number|ID #|Registre? ID) ?/i,
    'registration',
  ],
];

/** Notes among the identifiers that are not the subject's to show. */
const OTHER_TYPES =
  /^(?:Birth Certificate|Driver's|License|Pilot|Chinese Commercial|Cartilla|Professional|Permit|Interpol|Personnel|Military|Public Security|Electoral|Credencial)/i;

/**
 * Reads the remarks of one target: statements ended by `;`, the last by a full stop. Each statement adds to
 * the draft what it says; every statement also stays readable in the remarks.
 */
export function readRemarks(draft: SubjectDraft, remarks: string): void {
  draft.remark(remarks);
  for (const raw of splitStatements(remarks)) readStatement(draft, raw.replace(/^alt\. /i, '').trim());
}

/** Statements end at `;`. */
function splitStatements(remarks: string): string[] {
  return remarks.replace(/\.\s*$/, '').split(/;\s*/);
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

function readIdentifier(draft: SubjectDraft, statement: string): void {
  for (const [label, type] of IDENTIFIERS) {
    const match = label.exec(statement);
    if (!match) continue;
    const rest = statement.slice(match[0].length).trim();
    const parts = /^(.*?)(?:\s+\(([^()]+(?:\([^()]*\))?)\))?((?:\s+(?:issued|expires)\b.*)?)$/is.exec(rest);
    const country = countryOf(parts?.[2]);
    const told = OTHER_TYPES.test(statement) ? 'other' : type;
    const note = [match[0].trim(), country ? '' : parts?.[2], parts?.[3]?.trim()].filter(Boolean).join('; ');
    draft.document({
      type: told,
      number: (parts?.[1] ?? rest).replace(/,\s*Diplomatic$/i, ''),
      ...(country && { country }),
      ...(note && { note: note.slice(0, 500) }),
    });
    return;
  }
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
