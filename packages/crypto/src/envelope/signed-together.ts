import { fromHex, toHex } from '../bytes.ts';
import { SIGNATURE_BYTES, verifyBytes } from '../ed25519.ts';
import { Refusal } from '../refusal.ts';
import { HASH_BYTES, type Hash } from '../sha256.ts';
import { hashLeaf } from '../tlog/hash.ts';
import { type InclusionClaim, verifyInclusion } from '../tlog/inclusion.ts';
import { growSmallTree } from '../tlog/small-tree.ts';

/** Where a text stands among those that were signed together: in the tree whose root is signed. */
export type Place = Omit<InclusionClaim, 'leafHash'>;

/** A line taken apart: `<signature> <content>`, or `<signature> <index>/<size> <root> <hashes, comma between> <content>`. */
export interface SignedLine {
  signature: Uint8Array;
  place: Place | undefined;
  content: string;
}

const LINE = new RegExp(
  `^([0-9a-f]{${SIGNATURE_BYTES * 2}}) (?:(\\d+)/(\\d+) ([0-9a-f]{64}) ([0-9a-f,]+) )?(\\{.*)$`,
  's',
);
/** A receipt's own text; a sentence of a thousand characters and the ids around it fit. */
const MOST_CONTENT = 4000;
const MOST_PATH = 20;
const MOST_LINE = 6000;

/** The heads of lines for texts that one signature covers, each with its own path. There are at least two. */
export function placeTogether(
  contents: readonly string[],
  sign: (root: Uint8Array) => Uint8Array,
): { lines: string[]; root: Hash } {
  const { root, paths } = growSmallTree(contents.map(hashLeaf));
  const head = `${toHex(sign(rootText(contents.length, root)))} `;
  const lines = contents.map((content, index) => {
    const path = paths[index]!.map(toHex).join(',');
    return `${head}${index}/${contents.length} ${toHex(root)} ${path} ${content}`;
  });
  return { lines, root };
}

/** The label keeps a root from being read as anything else that the same key signs. */
function rootText(size: number, root: Hash): Uint8Array {
  return Buffer.from(`entente-receipts/1\n${size}\n${toHex(root)}\n`);
}

/** Takes a line apart without believing it. */
export function takeApart(line: string): SignedLine {
  const [, signature = '', index, size, root = '', hashes = '', content = ''] =
    LINE.exec(line.slice(0, MOST_LINE)) ?? [];
  if (content === '' || content.length > MOST_CONTENT) throw malformed();
  const read = { signature: fromHex(signature, SIGNATURE_BYTES, 'malformed-receipt'), content };
  if (index === undefined || size === undefined) return { ...read, place: undefined };
  const path = hashes.split(',').map(readHash);
  // One number, one text: a leading zero would be a second way to write the same place.
  if (path.length > MOST_PATH || String(Number(index)) !== index || String(Number(size)) !== size) throw malformed();
  return { ...read, place: { index: Number(index), size: Number(size), root: readHash(root), path } };
}

/** Whether a line's signature is of a key; of one that stands among others, whether it stands in the tree that is signed. */
export function isLineSigned({ signature, place, content }: SignedLine, publicKey: Uint8Array): boolean {
  if (!place) return verifyBytes(Buffer.from(content), signature, publicKey);
  return (
    verifyInclusion({ ...place, leafHash: hashLeaf(content) }) &&
    isRootSigned(rootText(place.size, place.root), signature, publicKey)
  );
}

/**
 * The same for lines that come together. Those that are all of one tree, in order, are held against the tree grown anew:
 * two hashes for each instead of a path of them.
 */
export function areLinesSigned(lines: readonly SignedLine[], publicKey: Uint8Array): boolean {
  for (let at = 0; at < lines.length; ) {
    const whole = wholeTreeAt(lines, at);
    if (whole > 1 ? !isTreeSigned(lines.slice(at, at + whole), publicKey) : !isLineSigned(lines[at]!, publicKey)) {
      return false;
    }
    at += whole;
  }
  return true;
}

/** How many lines from here on are a whole tree, in order; 1 where they are none. */
function wholeTreeAt(lines: readonly SignedLine[], at: number): number {
  const size = lines[at]!.place?.size ?? 1;
  const isNext = (index: number) =>
    lines[at + index]?.place?.size === size && lines[at + index]?.place?.index === index;
  for (let index = 0; index < size; index++) if (!isNext(index)) return 1;
  return size;
}

function isTreeSigned(lines: readonly SignedLine[], publicKey: Uint8Array): boolean {
  const { root, paths } = growSmallTree(lines.map(({ content }) => hashLeaf(content)));
  const { signature } = lines[0]!;
  const isOfTree = ({ signature: other, place }: SignedLine, index: number) =>
    isEqual(other, signature) &&
    isEqual(place!.root, root) &&
    place!.path.length === paths[index]!.length &&
    place!.path.every((hash, step) => isEqual(hash, paths[index]![step]!));
  return lines.every(isOfTree) && isRootSigned(rootText(lines.length, root), signature, publicKey);
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}

function readHash(text: string): Hash {
  return fromHex(text, HASH_BYTES, 'malformed-receipt');
}

function malformed(): Refusal {
  return new Refusal('malformed-receipt', 'a signature, perhaps a place among others, and canonical JSON are expected');
}

/** Roots whose signatures have verified, the last ones: the lines of one root come together. */
const verified = new Set<string>();
const MOST_VERIFIED = 64;

function isRootSigned(root: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const name = [root, signature, publicKey].map(toHex).join();
  if (verified.has(name)) return true;
  if (!verifyBytes(root, signature, publicKey)) return false;
  verified.add(name);
  const [oldest] = verified;
  if (verified.size > MOST_VERIFIED && oldest !== undefined) verified.delete(oldest);
  return true;
}
