import type { Proven } from '@entente/crypto/log/proof';
import type { Verdict } from '@entente/crypto/log/verify';
import { toText } from './to-text.ts';

/** Where the key came from by which signatures were checked. */
export type KeyOrigin = 'given' | 'key-file' | 'beside';

const CHECKED: Record<KeyOrigin, (key: string) => string[]> = {
  given: (key) => [`Checked with the key given: ${key}`],
  'key-file': (key) => [`Checked with the key of the node's key file: ${key}`],
  beside: (key) => [
    `Checked with the key that stands beside it: ${key}`,
    "That shows who signed only if this is the node's key: compare it, or give it with --key.",
  ],
};

/** What a person is told about a log; `source` says what was checked. */
export function describeVerdict(verdict: Verdict, source: string, keyOrigin: KeyOrigin): string {
  const lines =
    verdict.faultCount === 0
      ? [
          `${source} ${verdict.origin} verifies: ${count(verdict.size, 'record')}, ${count(verdict.checkpoints, 'signed head')}.`,
        ]
      : [
          `${source} ${verdict.origin} does NOT verify: ${count(verdict.faultCount, 'fault')}.`,
          ...verdict.faults.map(({ code, where, message }) => `  ${where}: ${message} [${code}]`),
        ];
  const unlisted = verdict.faultCount - verdict.faults.length;
  if (unlisted > 0) lines.push(`  and ${unlisted} more`);
  if (verdict.erased > 0) lines.push(`Texts erased: ${verdict.erased}.`);
  if (verdict.lost > 0)
    lines.push(
      `Lost in a restore, as the log says itself, and there as hashes alone: ${count(verdict.lost, 'record')}.`,
    );
  if (verdict.pending.count > 0) {
    lines.push(
      `Not yet under a signed head: ${count(verdict.pending.count, 'record')}, the oldest of ${verdict.pending.oldest ?? 'an unknown moment'}.`,
    );
  }
  return toText([...lines, ...CHECKED[keyOrigin](verdict.verifierKey)]);
}

/** What a person is told about a proof that holds. */
export function describeProven({ leaf, index, origin, size, verifierKey }: Proven, keyOrigin: KeyOrigin): string {
  return toText([
    `The proof holds: this is record ${index} of the log ${origin}, under its head of ${count(size, 'record')}.`,
    `  record   ${leaf.id}`,
    `  at       ${leaf.at}`,
    `  event    ${leaf.event}, ${leaf.outcome}`,
    `  by       ${leaf.actor}`,
    ...(leaf.case === null ? [] : [`  case     ${leaf.case}`]),
    ...CHECKED[keyOrigin](verifierKey),
  ]);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
