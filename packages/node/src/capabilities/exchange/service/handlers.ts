import type { Json } from '@entente/crypto/json';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Apply, type ApplyRun, VOIDED } from '../model/envelopes.ts';
import type { TakenAttachments } from '../model/files.ts';

/** What a room registered for a type. */
export interface Handler {
  isBody(body: Json): boolean;
  apply: Apply<Json>;
  /** Applies several that came one after the other, faster than one by one, to the same effect. */
  applyRun?: ApplyRun<Json> | undefined;
  /** It is applied from a suspended member too: it withdraws, corrects or erases what is that member's own. */
  whileSuspended: boolean;
  /** Undefined where envelopes of the type have none. */
  attachments?: TakenAttachments | undefined;
  /** What a body is about, by a reference that says nothing personal: what the envelope says is erased with that. */
  about?: ((body: Json) => string) | undefined;
}

/** Which room applies which type. */
export interface Handlers {
  find(type: string): Handler | undefined;
  /** What the body of an envelope of a type is about; undefined where its room does not say, or it is no such body. */
  about(type: string, body: Json): string | undefined;
  /** Registers a type; before the node starts. */
  register<Contract extends TSchema>(
    type: string,
    contract: Contract,
    apply: Apply<Static<Contract>>,
    options?: {
      whileSuspended?: boolean;
      attachments?: TakenAttachments;
      applyRun?: ApplyRun<Static<Contract>>;
      about?: (body: Static<Contract>) => string;
    },
  ): void;
}

/** A table of handlers in which voids have theirs: they use up their number and change nothing. */
export function createHandlers(): Handlers {
  const handlers = new Map<string, Handler>();
  handlers.set(VOIDED, {
    isBody: () => true,
    apply: async () => ({ accepted: true }),
    whileSuspended: true,
  });
  return {
    find: (type) => handlers.get(type),
    about: (type, body) => {
      const handler = handlers.get(type);
      return handler?.about && handler.isBody(body) ? handler.about(body) : undefined;
    },
    register: (type, contract, apply, { whileSuspended = false, attachments, applyRun, about } = {}) => {
      if (handlers.has(type)) throw new Error(`Two rooms would apply ${type}`);
      const compiled = Compile(contract);
      handlers.set(type, {
        isBody: (body) => compiled.Check(body),
        apply: apply as Apply<Json>,
        applyRun: applyRun as ApplyRun<Json> | undefined,
        whileSuspended,
        attachments,
        about: about as Handler['about'],
      });
    },
  };
}
