import { type Command, EXIT } from '../../command.ts';
import { readActs } from '../../register/files.ts';
import { withRegister } from '../../register/joined-register.ts';
import { onlyFile, requirePin, requireText } from '../../register/words.ts';

export const command: Command = {
  summary: 'Take this node into the organisation whose founding act is pinned',
  usage: 'FILE --pin HASH --node ID',
  details: `
FILE is the founding act with all consents, or a register ("entente register export"). Every consent to every act is
checked, from the founding act on, which must be the pinned one; the keys that the register names for the node must lie in
this database. Then acts and pin are kept, for good: a node is in one organisation.

  --pin HASH  hash of the founding statement, as another member read it to you, never as it came with the file
  --node ID   this node, as the register names it

With --json: {"organisation", "pin", "node", "head"}.

  ./entente register join founding.json --pin 3f9a… --node kz`,
  options: { pin: { type: 'string' }, node: { type: 'string' } },
  async run(invocation, io) {
    const file = onlyFile(invocation);
    const pin = requirePin(invocation);
    const node = requireText(invocation, 'node', 'which node this is');
    const acts = await readActs(file);
    const { joinOrganisation } = await import('@entente/node/capabilities/membership/index');
    const { organisation, head } = await withRegister(io, 'join', ({ db, acting }) =>
      db.transaction().execute((tx) => joinOrganisation(tx, acting, { acts, pin, node })),
    );
    if (invocation.json) io.out(`${JSON.stringify({ organisation, pin, node, head })}\n`);
    else io.out(`This node is ${node} in ${organisation}, whose register is at act ${head.number}, ${head.hash}.\n`);
    return EXIT.ok;
  },
};
