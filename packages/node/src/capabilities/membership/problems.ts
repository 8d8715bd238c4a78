import { defineProblems } from '../../platform/problem.ts';

/** Refusals of the membership room. */
export const MEMBERSHIP_PROBLEMS = defineProblems({
  'no-register': {
    status: 404,
    title: 'This node is in no organisation yet',
    remedy: 'Its operator joins one: docs/operating/register.md.',
  },
  'joined-already': {
    status: 409,
    title: 'This node is in an organisation already',
    remedy: 'Later acts are adopted (`entente register adopt`); a node is in one organisation for good.',
  },
  'unknown-node': {
    status: 409,
    title: 'The register names no such node',
    remedy: 'Name the node as the register does; `entente register verify` lists them.',
  },
  'foreign-keys': {
    status: 409,
    title: 'The register names keys for this node that it does not hold',
    remedy:
      "Work on the machine that declared the record, with its database; or have the record taken out and this node's own put in (`entente register declare`).",
  },
  'no-voice': {
    status: 409,
    title: 'Consents are given by nodes of members',
    remedy: "A body's node consents to nothing: leave it to the members.",
  },
  'consented-otherwise': {
    status: 409,
    title: 'This member has consented to another statement under that number',
    remedy: 'Adopt that one, or free the number by a unanimous withdrawal; a second consent would prove equivocation.',
  },
  'no-log-yet': {
    status: 409,
    title: 'The node has no log yet, and its record must name one',
    remedy: 'Start the node once, or let `entente register declare` found it.',
  },
});
