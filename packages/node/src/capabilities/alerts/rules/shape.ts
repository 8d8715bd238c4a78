import { AlertContent } from '@entente/contracts/alerts/content';
import { Type } from 'typebox';
import { Value } from 'typebox/value';

/** A place where a value is not what the contract of contents has there. */
export interface ShapeFault {
  pointer: string;
  reason: string;
}

const SUBJECTS = AlertContent.properties.subject.anyOf;
const KINDS: readonly string[] = SUBJECTS.map(({ properties }) => properties.kind.const);

/** A value as a content, or every place where it is none. */
export function readContent(value: unknown): { ok: true; content: AlertContent } | { ok: false; faults: ShapeFault[] } {
  if (Value.Check(AlertContent, value)) return { ok: true, content: value };
  return { ok: false, faults: findFaults(value) };
}

/** Measured by the subject's own kind: by all nine at once, every field of the other eight would be a fault. */
function findFaults(value: unknown): ShapeFault[] {
  const kind = readKind(value);
  const own = SUBJECTS.find(({ properties }) => properties.kind.const === kind);
  if (!own) return [{ pointer: '/subject/kind', reason: `must be one of ${KINDS.join(', ')}` }];
  const contract = Type.Object({ ...AlertContent.properties, subject: own }, { additionalProperties: false });
  return [...Value.Errors(contract, value)]
    .filter(({ keyword }) => keyword !== 'additionalProperties')
    .map(({ instancePath, keyword, message, params }) => ({
      pointer: instancePath,
      reason: keyword === 'boolean' ? 'is not known here' : `${message}${allowed(params)}`,
    }));
}

function readKind(value: unknown): unknown {
  const subject = (value as { subject?: unknown } | null)?.subject;
  return (subject as { kind?: unknown } | null | undefined)?.kind;
}

function allowed(params: object): string {
  return 'allowedValues' in params ? ` (${(params.allowedValues as unknown[]).join(', ')})` : '';
}
