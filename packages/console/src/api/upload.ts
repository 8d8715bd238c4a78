import { requestHeaders } from './client.ts';
import { signedInAgain } from './expiry.ts';
import { problemOf, unreachable } from './problem.ts';

/** Sends files and tells how much has gone; `fetch` cannot. Throws a `ProblemError` as `call` does. */
export async function uploadForm<T>(
  path: string,
  form: FormData,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<T> {
  const first = await post(path, form, onProgress, signal);
  if (first.ok) return (await first.json()) as T;
  if (first.status !== 401) throw await problemOf(first);
  await signedInAgain('ended');
  const second = await post(path, form, onProgress, signal);
  if (second.ok) return (await second.json()) as T;
  throw await problemOf(second);
}

function post(
  path: string,
  form: FormData,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const request = new XMLHttpRequest();
  request.open('POST', path);
  for (const [name, value] of Object.entries(requestHeaders('POST'))) request.setRequestHeader(name, value);
  request.upload.onprogress = (event) => {
    if (event.lengthComputable) onProgress(event.loaded / event.total);
  };
  request.onload = () => {
    const headers = new Headers();
    for (const name of ['content-type', 'retry-after']) {
      const value = request.getResponseHeader(name);
      if (value) headers.set(name, value);
    }
    resolve(new Response(request.responseText || null, { status: request.status, headers }));
  };
  request.onerror = () => reject(unreachable());
  request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
  signal.addEventListener('abort', () => request.abort(), { once: true });
  request.send(form);
  return promise;
}
