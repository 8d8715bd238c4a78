import { type Command, CommandError, EXIT, type Invocation } from '../../command.ts';
import { joinExistingNode } from '../../joined-database.ts';

export const command: Command = {
  summary: 'Open the sealed question of a check with the key of oversight',
  usage: 'CHECK --key FILE --reason TEXT',
  details: `
Every question put at the desk is kept sealed to oversight until the profile's term is over. CHECK is the check's id, as the
log names it. FILE is the private key that was made when the node was founded (oversight.key); it need not lie on the node,
and is only read. The question is printed as JSON with the salt of its commitment, by which the record of the check can be
held against it. That it was opened, and why, is recorded in the log.

  ./entente screening open-query 5d1e828e-1ff3-4b95-9bef-9d50e2f3b75b --key /media/oversight.key --reason "Complaint 17/2026"`,
  options: { key: { type: 'string' }, reason: { type: 'string' } },
  async run(invocation, io) {
    const { check, key, reason } = readWords(invocation);
    const { openQuery } = await import('@entente/node/capabilities/screening/index');
    const { operatorAttribution } = await import('@entente/node/capabilities/access/index');
    const opened = await joinExistingNode(io, 'entente screening open-query', async ({ db, clock }) => {
      const by = operatorAttribution('screening open-query');
      try {
        return await openQuery({ db, clock }, { file: key, where: 'key-file' }, by, { check, reason });
      } catch (error) {
        throw inWords(error as Error & { code?: string }, key);
      }
    });
    io.out(`${JSON.stringify(opened, undefined, 2)}\n`);
    return EXIT.ok;
  },
};

function readWords({ values, words }: Invocation): { check: string; key: string; reason: string } {
  const [check, ...rest] = words;
  if (check === undefined || rest.length > 0) throw new CommandError('name one check by its id', EXIT.usage);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(check))
    throw new CommandError('that is no id of a check', EXIT.usage);
  const { key, reason } = values as { key?: string; reason?: string };
  if (!key) throw new CommandError('--key FILE is missing', EXIT.usage);
  if (!reason || reason.trim().length < 10)
    throw new CommandError('--reason says why, in ten characters or more', EXIT.usage);
  return { check, key, reason: reason.toWellFormed() };
}

function inWords(error: Error & { code?: string }, key: string): Error {
  if (error.code === 'oversight-key-away') return new CommandError(`there is no key file ${key}`);
  if (error.code !== 'wrong-oversight-key') return error;
  const { message } = error.cause as Error;
  return new CommandError(`${key} does not open the question: ${message}`);
}
