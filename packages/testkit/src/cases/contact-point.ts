import type { CasePage, CaseView } from '@entente/contracts/cases';
import type { UploadedFile } from '@entente/contracts/cases/files';
import type { LightMyRequestResponse } from 'fastify';
import { type Browser, purposeHeaders } from '../node.ts';

/** The purpose of everything a contact point does with cases. */
export const FOR_CASES = purposeHeaders('alert-management', 'criminal-procedure');

/** Asks the cases room for something, as a signed-in officer with the purpose stated. */
export function askCases(
  browser: Browser,
  method: 'GET' | 'POST',
  path: string,
  payload?: object,
): Promise<LightMyRequestResponse> {
  return browser.ask({ method, url: `/api/cases${path}`, headers: FOR_CASES, ...(payload && { payload }) });
}

/** The same where it must succeed. */
export async function mustCases<Body = CaseView>(
  browser: Browser,
  method: 'GET' | 'POST',
  path: string,
  payload?: object,
): Promise<Body> {
  const answer = await askCases(browser, method, path, payload);
  if (answer.statusCode < 300) return answer.json<Body>();
  throw new Error(`${method} ${path} was answered ${answer.statusCode}: ${answer.body.slice(0, 800)}`);
}

/** The case on an alert, as this contact point has it; undefined where there is none. */
export async function caseOn(browser: Browser, reference: string): Promise<CaseView | undefined> {
  const { cases } = await mustCases<CasePage>(browser, 'GET', '?limit=200');
  const found = cases.find(({ alert }) => alert.reference === reference);
  return found && (await mustCases(browser, 'GET', `/${found.id}`));
}

/** A file as an officer chooses it. */
export interface ChosenFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** Uploads a file for a message of a case, as a browser does. */
export function uploadFile(browser: Browser, id: string, file: ChosenFile): Promise<LightMyRequestResponse> {
  const boundary = 'invented-boundary';
  const disposition = `form-data; name="file"; filename="${file.name}"`;
  const head = `--${boundary}\r\ncontent-disposition: ${disposition}\r\ncontent-type: ${file.mediaType}\r\n\r\n`;
  return browser.ask({
    method: 'POST',
    url: `/api/cases/${id}/files`,
    headers: { ...FOR_CASES, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}

/** The same where it must succeed; gives the file's id. */
export async function mustUpload(browser: Browser, id: string, file: ChosenFile): Promise<string> {
  const answer = await uploadFile(browser, id, file);
  if (answer.statusCode === 200) return answer.json<UploadedFile>().id;
  throw new Error(`The upload of ${file.name} was answered ${answer.statusCode}: ${answer.body.slice(0, 800)}`);
}

/** The smallest PDF that is one, with a sentence in it. */
export function pdfOf(text: string): ChosenFile {
  return { name: 'report.pdf', mediaType: 'application/pdf', bytes: Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`) };
}
