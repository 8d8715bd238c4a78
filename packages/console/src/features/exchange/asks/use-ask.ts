import type { AskAnswers, AskRequest } from '@entente/contracts/exchange/asks';
import { useState } from 'react';
import { askingFor } from '../../../api/asking.ts';
import { askNodes } from '../../../api/exchange.ts';

/** A question that was put, with the case it was put in, and what came back. */
export interface Asked extends AskAnswers {
  about: AskRequest['about'];
  caseReference: string;
}

export interface AskState {
  busy: boolean;
  /** Why the question did not leave; what was typed stands. */
  failure: unknown;
  asked: Asked | null;
  ask(request: AskRequest): Promise<void>;
}

/** Puts one question at a time. The answers before stand until the next ones come. */
export function useAsk(): AskState {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [asked, setAsked] = useState<Asked | null>(null);

  async function ask(request: AskRequest): Promise<void> {
    const caseReference = askingFor.get()?.caseReference ?? '';
    setBusy(true);
    setFailure(null);
    try {
      setAsked({ ...(await askNodes(request)), about: request.about, caseReference });
    } catch (error) {
      setAsked(null);
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return { busy, failure, asked, ask };
}
