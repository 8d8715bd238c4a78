import type { NodeRecord } from '@entente/crypto/act/node-record';
import type { OwnKey, OwnKeyUse } from '../model/standing.ts';

/** What a node holds by itself. */
export interface OwnHoldings {
  keys: readonly OwnKey[];
  /** Verifier key of its log; undefined before it has one. */
  log: string | undefined;
}

/** What a record names and the node does not hold, in words; empty where the record is the node's own. */
export function findForeignKeys(record: NodeRecord, { keys, log }: OwnHoldings): string[] {
  const holds = (use: OwnKeyUse, shown: string) => keys.some((key) => key.use === use && key.public === shown);
  return [
    ...record.signing.filter((key) => !holds('signing', key)).map(() => 'a signing key'),
    ...record.sealing.filter((key) => !holds('sealing', key)).map(() => 'a sealing key'),
    ...record.tls.filter((key) => !holds('tls', key)).map(() => 'a certificate'),
    ...(holds('witness', record.witness) ? [] : ["the witness's key"]),
    ...(record.log === log ? [] : ['the log']),
  ];
}
