import { CASE_FILES } from '@entente/contracts/cases/files';
import { useRef, useState } from 'react';
import { removeCaseFile, uploadCaseFile } from '../../../../api/cases.ts';

/** A file that was chosen for the message being written. */
export interface Upload {
  key: number;
  name: string;
  size: number;
  /** How much has gone up: 0 to 1. */
  share: number;
  /** Its id once it is there. */
  id?: string;
}

/** Files chosen for a message: they go up at once, one after another. */
export interface Uploads {
  files: Upload[];
  busy: boolean;
  failure: unknown;
  add(chosen: readonly File[]): Promise<void>;
  remove(file: Upload): Promise<void>;
  /** Forgets them: the message has them now. */
  clear(): void;
}

export function useUploads(caseId: string): Uploads {
  const [files, setFiles] = useState<Upload[]>([]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const stops = useRef(new Map<number, AbortController>());
  const nextKey = useRef(0);

  const change = (key: number, given: Partial<Upload>) =>
    setFiles((all) => all.map((file) => (file.key === key ? { ...file, ...given } : file)));
  const forget = (key: number) => setFiles((all) => all.filter((file) => file.key !== key));

  async function upload(file: File): Promise<void> {
    nextKey.current += 1;
    const key = nextKey.current;
    const stop = new AbortController();
    stops.current.set(key, stop);
    setFiles((all) => [...all, { key, name: file.name, size: file.size, share: 0 }]);
    try {
      const { id, name } = await uploadCaseFile(caseId, file, (share) => change(key, { share }), stop.signal);
      change(key, { id, name, share: 1 });
    } catch (error) {
      forget(key);
      if (!stop.signal.aborted) setFailure(error);
    } finally {
      stops.current.delete(key);
    }
  }

  return {
    files,
    busy,
    failure,
    add: async (chosen) => {
      setBusy(true);
      setFailure(null);
      for (const file of chosen.slice(0, CASE_FILES.most - files.length)) await upload(file);
      setBusy(false);
    },
    remove: async ({ key, id }) => {
      stops.current.get(key)?.abort();
      forget(key);
      if (id !== undefined) await removeCaseFile(caseId, id).catch(setFailure);
    },
    clear: () => setFiles([]),
  };
}
