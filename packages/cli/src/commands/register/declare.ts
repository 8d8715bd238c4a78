import { hashNodeRecord, type NodeRecord } from '@entente/crypto/act/node-record';
import { toHex } from '@entente/crypto/bytes';
import type { OwnKeyUse } from '@entente/node/capabilities/membership/index';
import { type Command, CommandError, EXIT, type Invocation } from '../../command.ts';
import { toText } from '../../offline/to-text.ts';
import { linesOfRecord } from '../../register/describe-record.ts';
import { replaceFile } from '../../register/files.ts';
import { type JoinedRegister, withRegister } from '../../register/joined-register.ts';
import { refuseWords, textOf } from '../../register/words.ts';

export const command: Command = {
  summary: "Write this node's record: what it would stand in the register with",
  usage: '--node ID (--of STATE | --body ID) --address HOST:PORT [--renew USE]… [--out FILE]',
  details: `
Makes the keys that are missing (for signing, for others to seal to, a certificate for connections, for witnessing),
seals the private halves into the database, and writes the public record as JSON, to FILE or standard output. The
fingerprints are on standard error, or on standard output with --out: read them to the other operators by voice, and have
them read theirs, before anybody consents.

  --node ID            how the register is to name the node: kz
  --of STATE           the state whose node it is, ENTENTE_STATE; or
  --body ID            the permanent body whose node it is, as the profile names it
  --address HOST:PORT  where other nodes reach it
  --renew USE          make a new key for signing, sealing, tls or witness: the record names the new one alone. It is in
                       force once an act says so ("entente register propose --kind node")

A node in an organisation need not say again who and where it is. With --json: {"record", "fingerprint"}.

  ./entente register declare --node kz --of KZ --address kz.example.org:9700 --out kz.json`,
  options: {
    node: { type: 'string' },
    of: { type: 'string' },
    body: { type: 'string' },
    address: { type: 'string' },
    renew: { type: 'string', multiple: true },
    out: { type: 'string' },
  },
  async run(invocation, io) {
    refuseWords(invocation);
    const out = textOf(invocation, 'out');
    const renew = await readUses(invocation);
    const record = await withRegister(io, 'declare', (joined) => declare(joined, invocation, renew));
    const text = `${JSON.stringify(record, undefined, 2)}\n`;
    const fingerprints = toText(linesOfRecord(record));
    if (out !== undefined) await replaceFile(out, text);
    if (invocation.json) io.out(`${JSON.stringify({ record, fingerprint: toHex(hashNodeRecord(record)) })}\n`);
    else io.out(out === undefined ? text : `Wrote ${out}. Compare by voice:\n${fingerprints}`);
    if (out === undefined && !invocation.json) io.err(`Compare by voice:\n${fingerprints}`);
    return EXIT.ok;
  },
};

async function declare(
  { config, db, acting, membership }: JoinedRegister,
  invocation: Invocation,
  renew: OwnKeyUse[],
): Promise<NodeRecord> {
  const { openLogKey } = await import('@entente/node/capabilities/audit/index');
  const { declareNode } = await import('@entente/node/capabilities/membership/index');
  await openLogKey(db, config.nodeKeyFile, `${config.publicHost}/log`);
  const standing = membership.standing();
  const known = standing?.register.nodes.get(standing.self)?.record;
  const node = textOf(invocation, 'node') ?? known?.id;
  const address = textOf(invocation, 'address') ?? known?.address;
  if (node === undefined || address === undefined) {
    throw new CommandError('say which node this is and where it is reached: --node and --address', EXIT.usage);
  }
  if (known && node !== known.id) throw new CommandError(`this node is ${known.id} in the register`, EXIT.no);
  const holder = known ?? readHolder(invocation, { config, membership });
  const names = { node, witness: `${config.publicHost}/witness` };
  return await db
    .transaction()
    .execute((tx) =>
      declareNode(tx, acting, { names, holder: holder.holder, of: holder.of, address: address.toLowerCase(), renew }),
    );
}

/** Whose node it is: this state's, or a body's that the profile knows. */
function readHolder(
  invocation: Invocation,
  { config, membership }: Pick<JoinedRegister, 'config' | 'membership'>,
): Pick<NodeRecord, 'holder' | 'of'> {
  const [of, body] = [textOf(invocation, 'of')?.toUpperCase(), textOf(invocation, 'body')];
  if ((of === undefined) === (body === undefined)) {
    throw new CommandError('say whose node it is: --of STATE or --body ID', EXIT.usage);
  }
  if (body !== undefined) {
    const bodies = membership.nodeBodies();
    if (bodies.includes(body)) return { holder: 'body', of: body };
    throw new CommandError(`the profile has no permanent body ${body}, but: ${bodies.join(', ')}`, EXIT.no);
  }
  if (of !== config.state) {
    throw new CommandError(`this is the node of ${config.state} (ENTENTE_STATE), not of ${of}`, EXIT.no);
  }
  if (membership.stateByCode(of)?.role === 'member') return { holder: 'member', of };
  throw new CommandError(`${of} is no member in the profile`, EXIT.no);
}

async function readUses({ values }: Invocation): Promise<OwnKeyUse[]> {
  const { OWN_KEY_USES } = await import('@entente/node/capabilities/membership/index');
  return (Array.isArray(values.renew) ? values.renew : []).map((asked) => {
    const use = OWN_KEY_USES.find((known) => known === asked);
    if (use === undefined) throw new CommandError(`--renew is one of ${OWN_KEY_USES.join(', ')}`, EXIT.usage);
    return use;
  });
}
