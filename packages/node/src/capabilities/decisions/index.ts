export { receiveDecisions } from './exchange.ts';
export type { Proposal } from './model.ts';
export { DECISIONS_PROBLEMS } from './problems.ts';
export type { DecisionsParts } from './service/parts.ts';
export { adoptProposal, consentToAct, listProposals, proposeAct, type Step } from './service/propose.ts';
