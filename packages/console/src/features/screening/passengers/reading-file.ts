import type { PassengerFileReading, PassengerListReading } from '@entente/contracts/screening/passenger-list';
import { useEffect, useState } from 'react';
import { readPassengerFile, requestOf } from '../../../api/screening/passenger-lists.ts';

export interface FileReading {
  reading: PassengerListReading | null;
  failure: unknown;
  busy: boolean;
}

const NOTHING: FileReading = { reading: null, failure: null, busy: false };

/** How the node would read the file as the officer says; read anew with each correction. The last reading stays while the next is under way. */
export function useFileReading(file: File | undefined, asked: PassengerFileReading): FileReading {
  const [state, setState] = useState(NOTHING);
  useEffect(() => {
    if (!file) return setState(NOTHING);
    const controller = new AbortController();
    setState((before) => ({ ...before, busy: true }));
    requestOf(file, asked)
      .then((request) => readPassengerFile(request, controller.signal))
      .then((reading) => setState({ reading, failure: null, busy: false }))
      .catch((failure: unknown) => {
        if (!controller.signal.aborted) setState({ reading: null, failure, busy: false });
      });
    return () => controller.abort();
  }, [file, asked]);
  return state;
}
