import type {
  CirculatedAlert,
  CirculatedPhotograph,
  NamedAlert,
  WithdrawnAlert,
} from '@entente/contracts/alerts/circulated';
import type { StoredAlert, StoredVersion } from '../model.ts';
import type { Message } from './circulation.ts';

/** What an envelope says of an alert: the whole of the version in force, or no more than which alert it is. */
export function writeBody(
  message: Message,
  alert: StoredAlert,
  version: StoredVersion,
  photographs: readonly CirculatedPhotograph[],
): CirculatedAlert | WithdrawnAlert | NamedAlert {
  const { reference, revision } = alert;
  if (message === 'withdrawn') return { reference, revision, why: whyOf(alert) };
  if (message !== 'circulated') return { reference, revision };
  const { audience: _, ...content } = version.content;
  return {
    reference,
    owner: alert.owner,
    revision,
    version: version.number,
    inForceAt: alert.inForceAt!.toISOString(),
    content,
    ...(photographs.length > 0 && { photographs: photographs.map(({ id, identity }) => ({ id, identity })) }),
  };
}

/** It may be in force still, and for others. */
function whyOf({ status }: StoredAlert): WithdrawnAlert['why'] {
  if (status === 'expired') return 'expired';
  return status === 'withdrawn' ? 'withdrawn' : 'not-addressed';
}
