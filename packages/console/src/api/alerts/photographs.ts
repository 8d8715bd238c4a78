import type { AlertView } from '@entente/contracts/alerts/alert';
import { address, call, send } from '../client.ts';
import { uploadForm } from '../upload.ts';

/** Adds a photograph of one identity, counted from 0; `onProgress` is told the share sent, 0 to 1. */
export function addPhotograph(
  alert: string,
  of: { identity: number; revision: number },
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<AlertView> {
  const form = new FormData();
  form.append('file', file, file.name);
  return uploadForm<AlertView>(address(`/api/alerts/${alert}/photographs`, of), form, onProgress, signal);
}

export function removePhotograph(alert: string, photograph: string, revision: number): Promise<AlertView> {
  return call<AlertView>(`/api/alerts/${alert}/photographs/${photograph}`, { method: 'DELETE', body: { revision } });
}

/** The picture, watermarked for this officer. The view is recorded, so it is only asked for by a press. */
export async function showPhotograph(alert: string, photograph: string): Promise<Blob> {
  const response = await send(`/api/alerts/${alert}/photographs/${photograph}`, { accept: 'image/jpeg' });
  return await response.blob();
}
