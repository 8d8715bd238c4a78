import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readActFile } from '@entente/crypto/act/act-file';
import { verifyEvidence } from '@entente/crypto/evidence/verify';
import { parseJson } from '@entente/crypto/json';
import { verifyProof } from '@entente/crypto/log/proof';
import { parseVerifierKey } from '@entente/crypto/note/verifier-key';
import { Refusal } from '@entente/crypto/refusal';
import { describeProven, describeVerdict, type KeyOrigin } from './describe.ts';
import { describeEvidence } from './describe-evidence.ts';
import { describeVerified } from './describe-register.ts';
import { verifyExport } from './verify-export.ts';
import { readPin, verifyRegister } from './verify-register.ts';

const USAGE = `Checks what an Entente node has handed out, on any machine with Node 20 or newer.

  node entente-verify.mjs proof FILE [--key VKEY]
      FILE is a record's proof ("entente audit prove", or the console).
  node entente-verify.mjs log FILE [--key VKEY] [--checkpoint FILE]
      FILE is an exported log ("entente audit export", or the console).
  node entente-verify.mjs register FILE --pin HASH
      FILE is a register of an organisation ("entente register export"): every consent to every act is checked.
  node entente-verify.mjs evidence FILE --pin HASH [--register REGISTER] [--show-body]
      FILE is evidence of one envelope ("entente exchange evidence"): who sent what to whom, when it was received,
      and that both logs contain it. The acts of the register stand in it; REGISTER is one from elsewhere, which may
      be newer and know of keys revoked since.

  --key VKEY         the node's verifier key, from a source you trust: name+id+key
  --checkpoint FILE  a signed head of the log seen earlier: the log must have grown from it
  --pin HASH         the hash of the founding statement, from a source you trust
  --show-body        print what the envelope says, too
  --json             print one JSON object

Ends with 0 when it verifies, 1 when it does not, 2 when it cannot be tried.
`;

const [OK, NO, UNUSABLE] = [0, 1, 2];

/** Larger than any proof or checkpoint, in bytes. */
const LARGEST_DOCUMENT = 4 * 1024 * 1024;
/** Larger than the register of any organisation. */
const LARGEST_REGISTER = 64 * 1024 * 1024;

/** The call itself cannot be carried out. */
class Unusable extends Error {}

interface Options {
  key?: string | undefined;
  checkpoint?: string | undefined;
  pin?: string | undefined;
  register?: string | undefined;
  'show-body'?: boolean | undefined;
  json?: boolean | undefined;
}

const CHECKS: Record<
  string,
  (file: string, options: Options) => Promise<{ code: number; text: string; json: object }>
> = {
  proof: async (file, { key }) => {
    const proven = verifyProof(parseJson(await readDocument(file)), key);
    const { leaf, ...rest } = proven;
    const record = { id: leaf.id, at: leaf.at, event: leaf.event, actor: leaf.actor, outcome: leaf.outcome };
    return { code: OK, text: describeProven(proven, originOf(key)), json: { verifies: true, record, ...rest } };
  },
  log: async (file, { key, checkpoint }) => {
    const pinned = checkpoint === undefined ? undefined : await readDocument(checkpoint);
    const { header, verdict } = await verifyExport(file, { verifierKey: key, pinned });
    const verifies = verdict.faultCount === 0;
    const source = header.complete ? 'The whole log' : 'The selection from the log';
    const text = describeVerdict(verdict, source, originOf(key));
    return { code: verifies ? OK : NO, text, json: { verifies, complete: header.complete, ...verdict } };
  },
  register: async (file, { pin }) => {
    const verified = verifyRegister(await readDocument(file, LARGEST_REGISTER), pinOf(pin), new Date());
    return { code: OK, text: describeVerified(verified), json: { verifies: true, ...verified } };
  },
  evidence: async (file, { pin, register, 'show-body': showBody = false }) => {
    const trusted = pinOf(pin);
    const known = register === undefined ? undefined : readActFile(await readDocument(register, LARGEST_REGISTER));
    const { envelope, ...verified } = verifyEvidence(await readDocument(file, LARGEST_REGISTER), trusted, known);
    const text = describeEvidence({ envelope, ...verified }, showBody);
    const shown = { ...verified, erased: envelope === null, ...(showBody && { envelope }) };
    return { code: OK, text, json: { verifies: true, ...shown } };
  },
};

function pinOf(pin: string | undefined): string {
  if (pin === undefined) throw new Unusable(`--pin is needed: without it anyone's register would do.\n\n${USAGE}`);
  return readPin(pin);
}

const originOf = (key: string | undefined): KeyOrigin => (key === undefined ? 'beside' : 'given');

async function run(args: string[]): Promise<number> {
  try {
    const { values, positionals } = readArguments(args);
    const [word = '', file, ...rest] = positionals;
    const check = Object.hasOwn(CHECKS, word) ? CHECKS[word] : undefined;
    if (check === undefined || file === undefined || rest.length > 0) throw new Unusable(USAGE);
    if (values.key !== undefined) checkKey(values.key);
    const { code, text, json } = await check(file, values);
    process.stdout.write(values.json ? `${JSON.stringify(json)}\n` : text);
    return code;
  } catch (error) {
    return explain(error as NodeJS.ErrnoException, args.includes('--json'));
  }
}

function explain(error: NodeJS.ErrnoException, json: boolean): number {
  if (error instanceof Refusal) {
    if (json)
      process.stdout.write(`${JSON.stringify({ verifies: false, code: error.code, message: error.message })}\n`);
    else process.stdout.write(`It does NOT verify: ${error.message} [${error.code}]\n`);
    return NO;
  }
  if (!(error instanceof Unusable) && error.syscall === undefined) throw error;
  process.stderr.write(error instanceof Unusable ? error.message : `Cannot read the file: ${error.message}\n`);
  return UNUSABLE;
}

function readArguments(args: string[]) {
  const options = {
    key: { type: 'string' },
    checkpoint: { type: 'string' },
    pin: { type: 'string' },
    register: { type: 'string' },
    'show-body': { type: 'boolean' },
    json: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Unusable(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function checkKey(key: string): void {
  try {
    parseVerifierKey(key);
  } catch (error) {
    throw new Unusable(`--key: ${(error as Error).message}\n`);
  }
}

async function readDocument(file: string, largest = LARGEST_DOCUMENT): Promise<string> {
  const { size } = await stat(file);
  if (size > largest) throw new Refusal('not-json', 'the file is larger than any of its kind');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    throw new Refusal('not-json', 'the bytes are not UTF-8');
  }
}

process.exitCode = await run(process.argv.slice(2));
