import { type Consent, readConsent, readStatement, writeStatement } from '@entente/crypto/act/act';
import { parseCanonical, serialiseCanonical } from '@entente/crypto/canonical';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Proposal } from '../model.ts';
import { tablesOf } from './tables.ts';

/** Enters a proposal; one that is there already is left as it is. Says whether it was new. */
export async function insertProposal(
  tx: Tx,
  { hash, statement, proposedBy, knownAt }: Omit<Proposal, 'consents'>,
  record: string,
): Promise<boolean> {
  const { organisation, number } = statement;
  const inserted = await tablesOf(tx)
    .insertInto('decisions.proposal')
    .values({
      hash,
      organisation,
      number,
      statement: writeStatement(statement),
      proposed_by: proposedBy,
      known_at: knownAt,
      record,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(inserted.numInsertedOrUpdatedRows) > 0;
}

/** Enters a member's consent; an earlier one of the same member to the same act stays. Says whether it was new. */
export async function insertConsent(tx: Tx, hash: string, consent: Consent, knownAt: Date): Promise<boolean> {
  const inserted = await tablesOf(tx)
    .insertInto('decisions.consent')
    .values({ hash, member: consent.member, line: serialiseCanonical(consent), known_at: knownAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(inserted.numInsertedOrUpdatedRows) > 0;
}

/** Proposals under a number, the earliest first. */
export async function readProposals(db: Database, number: number): Promise<Proposal[]> {
  const rows = await tablesOf(db)
    .selectFrom('decisions.proposal')
    .selectAll()
    .where('number', '=', number)
    .orderBy('known_at')
    .orderBy('hash')
    .execute();
  const proposals: Proposal[] = [];
  for (const { hash, statement, proposed_by, known_at } of rows) {
    const consents = await readConsents(db, hash);
    proposals.push({ hash, statement: readStatement(statement), consents, proposedBy: proposed_by, knownAt: known_at });
  }
  return proposals;
}

/** Under which other acts of a number a member has consented: each is proof of a second word. */
export async function findOtherConsents(db: Database, number: number, hash: string, member: string): Promise<string[]> {
  const rows = await tablesOf(db)
    .selectFrom('decisions.consent')
    .innerJoin('decisions.proposal', 'decisions.proposal.hash', 'decisions.consent.hash')
    .select('decisions.proposal.hash')
    .where('number', '=', number)
    .where('member', '=', member)
    .where('decisions.proposal.hash', '!=', hash)
    .execute();
  return rows.map((row) => row.hash);
}

async function readConsents(db: Database, hash: string): Promise<Consent[]> {
  const rows = await tablesOf(db)
    .selectFrom('decisions.consent')
    .select('line')
    .where('hash', '=', hash)
    .orderBy('member')
    .execute();
  return rows.map(({ line }) => readConsent(parseCanonical(line)));
}
