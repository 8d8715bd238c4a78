import { Problem } from '../../../platform/problem.ts';
import { ListFileError } from '../lists/item.ts';

/** Why an import ended without having changed anything. The code is one of the room's problems. */
export class ImportEnd extends Error {
  readonly state: 'aborted' | 'failed';
  readonly code: string;

  constructor(state: 'aborted' | 'failed', code: string, detail: string) {
    super(detail);
    this.name = 'ImportEnd';
    this.state = state;
    this.code = code;
  }

  static aborted(): ImportEnd {
    return new ImportEnd('aborted', 'import-aborted', 'The import was aborted; nothing was changed.');
  }

  static stopped(): ImportEnd {
    return new ImportEnd(
      'failed',
      'import-interrupted',
      'The node was stopped during the import; nothing was changed.',
    );
  }

  static interrupted(): ImportEnd {
    return new ImportEnd(
      'failed',
      'import-interrupted',
      'The process of the import ended before it was done; nothing was changed.',
    );
  }
}

/** What an error thrown during an import means for it. */
export function endOf(error: unknown, signal: AbortSignal): ImportEnd {
  if (signal.aborted && signal.reason instanceof ImportEnd) return signal.reason;
  if (error instanceof ListFileError) return new ImportEnd('failed', error.code, error.message);
  if (error instanceof Problem) return new ImportEnd('failed', error.code, error.message);
  return new ImportEnd('failed', 'import-failed', 'The node could not carry the import out; nothing was changed.');
}
