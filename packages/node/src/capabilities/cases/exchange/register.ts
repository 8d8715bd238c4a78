import {
  Acknowledged,
  ContentAsked,
  ContentRecalled,
  ContentTold,
  HitReported,
  MessageSent,
  OutcomeRecorded,
} from '@entente/contracts/cases/envelopes';
import { CASE_FILES } from '@entente/contracts/cases/files';
import type { Tx } from '../../../platform/database/database.ts';
import type { ArrivedFile, Exchange } from '../../exchange/index.ts';
import type { CasesParts } from '../service/parts.ts';
import { receiveAcknowledgement, receiveMessage, receiveOutcome } from './received-entry.ts';
import { receiveFile } from './received-file.ts';
import { receiveHit } from './received-hit.ts';
import { receiveContentAsked, receiveContentRecalled, receiveContentTold } from './received-inquiry.ts';

/** What is said of an inquiry is erased with it. */
const OF_INQUIRY = { about: ({ inquiry }: { inquiry: string }) => inquiry };

/** What of other nodes this room applies. */
export function receiveCases(exchange: Pick<Exchange, 'receive'>, parts: CasesParts): void {
  exchange.receive('cases.hit-reported', HitReported, (tx, envelope) => receiveHit(parts, tx, envelope));
  const attachments = {
    ...CASE_FILES,
    keeps: true,
    arrived: (tx: Tx, file: ArrivedFile) => receiveFile(parts, tx, file),
  };
  exchange.receive('cases.message-sent', MessageSent, (tx, envelope) => receiveMessage(parts, tx, envelope), {
    attachments,
  });
  exchange.receive('cases.acknowledged', Acknowledged, receiveAcknowledgement);
  exchange.receive('cases.outcome-recorded', OutcomeRecorded, receiveOutcome);
  exchange.receive(
    'cases.content-asked',
    ContentAsked,
    (tx, envelope) => receiveContentAsked(parts, tx, envelope),
    OF_INQUIRY,
  );
  exchange.receive(
    'cases.content-told',
    ContentTold,
    (tx, envelope) => receiveContentTold(parts, tx, envelope),
    OF_INQUIRY,
  );
  // It takes away what is its sender's own.
  exchange.receive(
    'cases.content-recalled',
    ContentRecalled,
    (tx, envelope) => receiveContentRecalled(parts, tx, envelope),
    {
      ...OF_INQUIRY,
      whileSuspended: true,
    },
  );
}
