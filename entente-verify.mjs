#!/usr/bin/env node
// Made from packages/cli/src/offline by "npm run generate". It needs nothing but Node 20 or newer:
// copy it to a machine you trust, and read it there; it is left readable on purpose.

// packages/cli/src/offline/entente-verify.ts
import { readFile, stat } from "node:fs/promises";
import { parseArgs } from "node:util";

// packages/crypto/src/refusal.ts
var Refusal = class extends Error {
  code;
  constructor(code, message) {
    super(message);
    this.name = "Refusal";
    this.code = code;
  }
};

// packages/crypto/src/json.ts
var MAX_DEPTH = 64;
var NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
var BLANK = /[ \t\n\r]*/y;
var PLAIN = /[^"\\\u0000-\u001f]*/y;
var HEX4 = /^[0-9a-fA-F]{4}$/;
var ESCAPES = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	"
};
function parseJson(text2) {
  const reader = new Reader(text2);
  const value = reader.value(0);
  reader.end();
  return value;
}
var Reader = class {
  #text;
  #at = 0;
  constructor(text2) {
    this.#text = text2;
  }
  value(depth) {
    if (depth > MAX_DEPTH)
      throw new Refusal("too-deep", `nested deeper than ${MAX_DEPTH} levels at offset ${this.#at}`);
    this.#skipBlank();
    switch (this.#text[this.#at]) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#array(depth);
      case '"':
        return this.#string();
      case "t":
        return this.#word("true", true);
      case "f":
        return this.#word("false", false);
      case "n":
        return this.#word("null", null);
      default:
        return this.#number();
    }
  }
  end() {
    this.#skipBlank();
    if (this.#at < this.#text.length) throw this.#unexpected();
  }
  #object(depth) {
    const entries = /* @__PURE__ */ new Map();
    this.#at++;
    if (this.#takes("}")) return {};
    do {
      this.#skipBlank();
      const start = this.#at;
      if (this.#text[start] !== '"') throw this.#unexpected();
      const key = this.#string();
      if (entries.has(key)) throw new Refusal("duplicate-key", `a key is given twice, again at offset ${start}`);
      if (!this.#takes(":")) throw this.#unexpected();
      entries.set(key, this.value(depth + 1));
    } while (this.#takes(","));
    if (!this.#takes("}")) throw this.#unexpected();
    return Object.fromEntries(entries);
  }
  #array(depth) {
    const items = [];
    this.#at++;
    if (this.#takes("]")) return items;
    do
      items.push(this.value(depth + 1));
    while (this.#takes(","));
    if (!this.#takes("]")) throw this.#unexpected();
    return items;
  }
  #string() {
    const start = this.#at++;
    let result = "";
    for (; ; ) {
      result += this.#match(PLAIN);
      const char = this.#text[this.#at];
      if (char === '"') break;
      if (char !== "\\") throw this.#unexpected();
      result += this.#escape();
    }
    this.#at++;
    if (!result.isWellFormed()) {
      throw new Refusal("lone-surrogate", `half a surrogate pair in the string at offset ${start}`);
    }
    return result;
  }
  #escape() {
    const letter = this.#text[this.#at + 1] ?? "";
    if (letter === "u") {
      const digits = this.#text.slice(this.#at + 2, this.#at + 6);
      if (!HEX4.test(digits)) throw this.#unexpected();
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const plain = ESCAPES[letter];
    if (plain === void 0) throw this.#unexpected();
    this.#at += 2;
    return plain;
  }
  #number() {
    const start = this.#at;
    const digits = this.#match(NUMBER);
    if (digits === "") throw this.#unexpected();
    const value = Number(digits);
    if (!Number.isFinite(value)) {
      throw new Refusal("number-out-of-range", `the number at offset ${start} does not fit binary64`);
    }
    return value;
  }
  #word(word, value) {
    if (!this.#text.startsWith(word, this.#at)) throw this.#unexpected();
    this.#at += word.length;
    return value;
  }
  #takes(char) {
    this.#skipBlank();
    if (this.#text[this.#at] !== char) return false;
    this.#at++;
    return true;
  }
  #skipBlank() {
    this.#match(BLANK);
  }
  #match(pattern) {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }
  #unexpected() {
    if (this.#at >= this.#text.length) return new Refusal("not-json", "the text ends in the middle of a value");
    return new Refusal("not-json", `unexpected character at offset ${this.#at}`);
  }
};

// packages/crypto/src/canonical.ts
var UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function serialiseCanonical(value) {
  return serialise(value, 0);
}
function parseCanonical(input) {
  const text2 = typeof input === "string" ? input : decodeUtf8(input);
  const value = parseQuickly(text2);
  if (value !== void 0) return value;
  const canon = serialiseCanonical(parseJson(text2));
  throw new Refusal("not-canonical", `not canonical JSON (RFC 8785) from offset ${firstDifference(text2, canon)} on`);
}
function parseQuickly(text2) {
  try {
    const value = JSON.parse(text2);
    return isWrittenSo(value, text2) || serialiseCanonical(value) === text2 ? value : void 0;
  } catch {
    return void 0;
  }
}
var LONE_SURROGATE = /\\ud[89a-f]/;
function isWrittenSo(value, text2) {
  return JSON.stringify(value) === text2 && !LONE_SURROGATE.test(text2) && hasSortedKeys(value, 0);
}
function hasSortedKeys(value, depth) {
  if (typeof value !== "object" || value === null) return true;
  if (depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => hasSortedKeys(item, depth + 1));
  let last;
  for (const key of Object.keys(value)) {
    if (last !== void 0 && !(last < key)) return false;
    if (!hasSortedKeys(value[key], depth + 1)) return false;
    last = key;
  }
  return true;
}
function serialise(value, depth) {
  if (depth > MAX_DEPTH) throw new Refusal("too-deep", `nested deeper than ${MAX_DEPTH} levels`);
  switch (typeof value) {
    case "string":
      return serialiseString(value);
    case "number":
      return serialiseNumber(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map((item) => serialise(item, depth + 1)).join(",")}]`;
      return serialiseObject(value, depth);
    default:
      throw new Refusal("not-serialisable", `JSON has no ${typeof value}`);
  }
}
function serialiseObject(value, depth) {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new Refusal("not-serialisable", "only plain objects have a canonical form");
  }
  const entries = value;
  const members = [];
  for (const key of Object.keys(entries).sort()) {
    if (entries[key] === void 0) continue;
    members.push(`${serialiseString(key)}:${serialise(entries[key], depth + 1)}`);
  }
  return `{${members.join(",")}}`;
}
function serialiseString(value) {
  if (!value.isWellFormed()) throw new Refusal("lone-surrogate", "half a surrogate pair in a string");
  return JSON.stringify(value);
}
function serialiseNumber(value) {
  if (!Number.isFinite(value)) throw new Refusal("number-out-of-range", "JSON has no NaN and no infinity");
  return String(value);
}
function decodeUtf8(bytes) {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new Refusal("not-json", "the bytes are not UTF-8");
  }
}
function firstDifference(left, right) {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return at;
}

// packages/crypto/src/sha256.ts
import { hash } from "node:crypto";
var HASH_BYTES = 32;
function sha256(...parts) {
  const [only] = parts;
  return hash("sha256", parts.length === 1 ? only : Buffer.concat(parts.map(bytesOf)), "buffer");
}
function bytesOf(part) {
  return typeof part === "string" ? Buffer.from(part) : part;
}
function equalBytes(left, right) {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}

// packages/crypto/src/shape.ts
function readShape(value, shape, code) {
  return shape(value, "", code);
}
function object(fields) {
  return (value, at, code) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(at, "an object", code);
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
    if (unknown !== void 0) throw new Refusal(code, `a field there is no room for, in ${at || "the document"}`);
    const read = {};
    for (const [name, shape] of Object.entries(fields)) {
      const field = shape(Object.hasOwn(value, name) ? value[name] : void 0, `${at}/${name}`, code);
      if (field !== void 0) read[name] = field;
    }
    return read;
  };
}
function list(of, { most, least = 0 }) {
  return (value, at, code) => {
    if (!Array.isArray(value) || value.length > most || value.length < least) {
      throw wrong(at, `a list of ${least} to ${most} items`, code);
    }
    return value.map((item, index) => of(item, `${at}/${index}`, code));
  };
}
function text(pattern, most = 200) {
  return (value, at, code) => {
    if (typeof value !== "string" || value.length > most || !pattern.test(value)) {
      throw wrong(at, `a text like ${pattern.source}`, code);
    }
    return value;
  };
}
var instant = (value, at, code) => {
  const moment = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment) || new Date(moment).toISOString() !== value) throw wrong(at, "a moment in UTC", code);
  return value;
};
var count = (value, at, code) => {
  if (!Number.isSafeInteger(value) || value < 0) throw wrong(at, "a whole number", code);
  return value;
};
function one(...values) {
  return (value, at, code) => {
    const found = values.find((candidate) => candidate === value);
    if (found === void 0) throw wrong(at, `one of ${values.join(", ")}`, code);
    return found;
  };
}
function optional(of) {
  return (value, at, code) => value === void 0 ? void 0 : of(value, at, code);
}
function orNull(of) {
  return (value, at, code) => value === null ? null : of(value, at, code);
}
var anything = (value, at, code) => {
  if (value === void 0) throw wrong(at, "a value", code);
  return value;
};
function wrong(at, expected, code) {
  return new Refusal(code, `${expected} is expected at ${at || "the document"}`);
}

// packages/crypto/src/act/terms.ts
var ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
var STATE = /^[A-Z]{2}$/;
var HEX_32 = /^[0-9a-f]{64}$/;
var BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
var ADDRESS = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?:[1-9]\d{0,4}$/;

// packages/crypto/src/act/act.ts
var ACT_FORMAT = "entente-act/1";
var ACT_KINDS = ["founding", "accession", "suspension", "reinstatement", "node", "treaty"];
var PROCEDURES = ["consensus", "consensus-without-the-member", "majority-with-the-member"];
var STATEMENT = object({
  format: one(ACT_FORMAT),
  organisation: text(ID),
  number: count,
  previous: orNull(text(HEX_32)),
  kind: one(...ACT_KINDS),
  subject: text(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/),
  body: anything,
  procedure: one(...PROCEDURES),
  effectiveAt: instant
});
var CONSENT = object({
  member: text(STATE),
  node: text(ID),
  key: text(/^[0-9a-f]{16}$/),
  at: instant,
  signature: text(BASE64)
});
var ACT = object({ statement: STATEMENT, consents: list(CONSENT, { most: 100 }) });
var MAX_CHARACTERS = 4e6;
function writeStatement(statement) {
  return serialiseCanonical(statement);
}
function hashStatement(statement) {
  return sha256(writeStatement(statement));
}
function readAct(line) {
  return readShape(parseBounded(line), ACT, "malformed-act");
}
function parseBounded(line) {
  return parseCanonical(line.length > MAX_CHARACTERS ? "" : line);
}

// packages/crypto/src/bytes.ts
function toHex(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}
function fromHex(text2, length, code) {
  if (text2.length !== length * 2 || !/^[0-9a-f]*$/.test(text2)) {
    throw new Refusal(code, `${length * 2} lower-case hexadecimal digits are expected`);
  }
  return Buffer.from(text2, "hex");
}
function toBase64(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
function fromBase64(text2, code) {
  const bytes = Buffer.from(text2, "base64");
  if (bytes.toString("base64") !== text2) throw new Refusal(code, "malformed Base64");
  return bytes;
}

// packages/crypto/src/ed25519.ts
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
var PUBLIC_KEY_BYTES = 32;
var SIGNATURE_BYTES = 64;
function verifyBytes(message, signature, publicKey) {
  if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  try {
    return verify(null, message, importPublicKey(publicKey), signature);
  } catch {
    return false;
  }
}
var imported = /* @__PURE__ */ new Map();
var MOST_IMPORTED = 256;
function importPublicKey(bytes) {
  const x = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64url");
  const key = imported.get(x) ?? createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  imported.delete(x);
  imported.set(x, key);
  for (const [oldest] of imported) {
    if (imported.size <= MOST_IMPORTED) break;
    imported.delete(oldest);
  }
  return key;
}

// packages/crypto/src/note/verifier-key.ts
var TYPE_BYTES = { note: 1, cosignature: 4 };
var KEY_ID_BYTES = 4;
function keyOfType(type, name, publicKey) {
  if (!isKeyName(name)) throw new Refusal("malformed-key", "a key name is not empty and has no space and no plus");
  if (publicKey.length !== PUBLIC_KEY_BYTES) throw new Refusal("malformed-key", "an Ed25519 key has 32 bytes");
  const id = sha256(name, "\n", Uint8Array.of(TYPE_BYTES[type]), publicKey).subarray(0, KEY_ID_BYTES);
  return { type, name, id, publicKey };
}
function encodeVerifierKey({ type, name, id, publicKey }) {
  return `${name}+${toHex(id)}+${toBase64(Uint8Array.of(TYPE_BYTES[type], ...publicKey))}`;
}
function parseVerifierKey(text2) {
  return parseKeyOfType("note", text2);
}
function parseWitnessKey(text2) {
  return parseKeyOfType("cosignature", text2);
}
function parseKeyOfType(type, text2) {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(text2) ?? [];
  if (name === void 0 || id === void 0 || encoded === void 0) {
    throw new Refusal("malformed-key", "a verifier key reads name+id+key");
  }
  const bytes = fromBase64(encoded, "malformed-key");
  if (bytes[0] !== TYPE_BYTES[type]) throw new Refusal("malformed-key", `not an Ed25519 key of type ${type}`);
  const key = keyOfType(type, name, bytes.subarray(1));
  if (toHex(key.id) !== id) throw new Refusal("malformed-key", "the id does not belong to the name and key");
  return key;
}
function isKeyName(name) {
  return name.isWellFormed() && /^[^\s\u0085+\p{Cc}]+$/u.test(name);
}

// packages/crypto/src/sealed-to/written-key.ts
var KEY_ID_BYTES2 = 8;
function readWrittenKey(text2) {
  const written = takeApart(text2);
  checkId(written);
  return written;
}
function takeApart(text2) {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{16})\+(.+)$/su.exec(text2) ?? [];
  if (name === void 0 || id === void 0 || encoded === void 0 || !isKeyName(name)) {
    throw new Refusal("malformed-key", "a sealing key reads name+id+key");
  }
  return { name, id: Buffer.from(id, "hex"), bytes: fromBase64(encoded, "malformed-key") };
}
function checkId({ id, bytes }) {
  if (!equalBytes(id, idOf(bytes))) throw new Refusal("malformed-key", "the id does not belong to the key");
}
function idOf(bytes) {
  return sha256("entente-sealing-key", bytes).subarray(0, KEY_ID_BYTES2);
}

// packages/crypto/src/act/node-record.ts
var KEYS = { least: 1, most: 8 };
var NODE_RECORD = object({
  id: text(ID, 60),
  holder: one("member", "body"),
  of: text(/^([A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*)$/, 60),
  address: text(ADDRESS),
  signing: list(text(BASE64), KEYS),
  sealing: list(text(/^\S+$/, 4e3), KEYS),
  tls: list(text(BASE64, 8e3), KEYS),
  log: text(/^\S+$/, 400),
  witness: text(/^\S+$/, 400)
});
function readNodeRecord(value) {
  const node = readShape(value, NODE_RECORD, "malformed-act");
  for (const key of node.signing) readSigningKey(key);
  for (const key of node.sealing) {
    if (readWrittenKey(key).name !== node.id) throw new Refusal("malformed-act", "a sealing key of another name");
  }
  parseVerifierKey(node.log);
  parseWitnessKey(node.witness);
  return node;
}
function hashNodeRecord(record) {
  return sha256(serialiseCanonical(record));
}
function readSigningKey(text2) {
  const key = fromBase64(text2, "malformed-key");
  if (key.length !== PUBLIC_KEY_BYTES) throw new Refusal("malformed-key", "an Ed25519 key has 32 bytes");
  return key;
}
function signingKeyId(publicKey) {
  return toHex(sha256("entente-signing-key\n", publicKey).subarray(0, 8));
}

// packages/crypto/src/act/bodies.ts
var TREATY = object({ id: text(ID), inForceFrom: instant });
var NODES = list(anything, { least: 1, most: 20 });
var FOUNDING = object({
  members: list(text(STATE), { least: 1, most: 60 }),
  nodes: list(anything, { least: 1, most: 120 }),
  treaties: list(TREATY, { most: 500 })
});
var ACCESSION = object({ nodes: NODES });
var STANDING = object({ reason: text(/\S/, 2e3) });
var NODE = object({ node: anything, revoked: optional(list(text(/^([0-9a-f]{16}|[0-9a-f]{64})$/), { most: 16 })) });
var TREATY_BODY = object({ inForceFrom: instant });
function readFounding(body) {
  const { members, nodes, treaties } = readShape(body, FOUNDING, "malformed-act");
  return { members, nodes: nodes.map(readNodeRecord), treaties };
}
function readAccession(body) {
  return { nodes: readShape(body, ACCESSION, "malformed-act").nodes.map(readNodeRecord) };
}
function readStanding(body) {
  return readShape(body, STANDING, "malformed-act");
}
function readNodeBody(body) {
  const { node, revoked = [] } = readShape(body, NODE, "malformed-act");
  return { node: readNodeRecord(node), revoked };
}
function readTreatyBody(body) {
  return readShape(body, TREATY_BODY, "malformed-act");
}

// packages/crypto/src/act/node-keys.ts
function enterNode(register, record, from) {
  if (register.nodes.has(record.id)) throw new Refusal("unlawful-act", `there is a node ${record.id} already`);
  checkHolder(register, record);
  const keys = keysOf(record).map((key) => ({ ...key, from, until: null, revoked: false }));
  register.nodes.set(record.id, { record, keys });
}
function changeKeys(register, record, revoked, from) {
  const { record: was, keys: before } = register.nodes.get(record.id);
  if (was.holder !== record.holder || was.of !== record.of) {
    throw new Refusal("unlawful-act", "a node does not pass from one holder to another");
  }
  checkHolder(register, record);
  const named = keysOf(record);
  const isNamed = ({ use, id }) => named.some((key) => key.use === use && key.id === id);
  const unknown = revoked.find((id) => !before.some((key) => key.id === id));
  if (unknown !== void 0) throw new Refusal("unlawful-act", `the key ${unknown} was never this node's`);
  const kept = before.map((key) => {
    if (revoked.includes(key.id)) {
      if (isNamed(key)) throw new Refusal("unlawful-act", "a key is revoked and kept at once");
      return { ...key, until: key.until !== null && key.until < from ? key.until : from, revoked: true };
    }
    return key.until !== null || isNamed(key) ? key : { ...key, until: from };
  });
  const fresh = named.filter(({ use, id }) => !before.some((key) => key.use === use && key.id === id));
  const added = fresh.map((key) => ({ ...key, from, until: null, revoked: false }));
  if (named.some(({ use, id }) => kept.some((key) => key.use === use && key.id === id && key.until !== null))) {
    throw new Refusal("unlawful-act", "a key that was retired does not come back");
  }
  register.nodes.set(record.id, { record, keys: [...kept, ...added] });
}
function certificateId(der) {
  return toHex(sha256(der));
}
function checkHolder(register, { id, holder, of, address }) {
  if (holder === "member" && !register.members.has(of)) {
    throw new Refusal("unlawful-act", `the node ${id} is of ${of}, which is no member`);
  }
  for (const { record } of register.nodes.values()) {
    if (record.id !== id && record.address === address) {
      throw new Refusal("unlawful-act", `the nodes ${id} and ${record.id} cannot both be at ${address}`);
    }
  }
}
function keysOf({ signing, sealing, tls }) {
  const named = [
    ...signing.map((key) => ({ use: "signing", id: signingKeyId(readSigningKey(key)), key })),
    ...sealing.map((key) => ({ use: "sealing", id: toHex(readWrittenKey(key).id), key })),
    ...tls.map((key) => ({ use: "tls", id: certificateId(fromBase64(key, "malformed-key")), key }))
  ];
  const ids = named.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new Refusal("unlawful-act", "a key is named twice");
  return named;
}

// packages/crypto/src/act/consent.ts
function bytesOf2(statement, { member, node, at }) {
  return Buffer.from(
    `entente-consent/1
${statement.organisation}
${statement.number}
${toHex(hashStatement(statement))}
${member}
${node}
${at}
`
  );
}
function verifyConsent(statement, consent, before) {
  const { member, node, key: id, signature } = consent;
  const found = before.nodes.get(node);
  if (found?.record.holder !== "member" || found.record.of !== member) {
    throw new Refusal("bad-consent", `the node ${node} does not speak for ${member}`);
  }
  const key = found.record.signing.map(readSigningKey).find((candidate) => signingKeyId(candidate) === id);
  if (!key) throw new Refusal("bad-consent", `${member} consents with a key that is not in force`);
  if (!verifyBytes(bytesOf2(statement, consent), fromBase64(signature, "bad-consent"), key)) {
    throw new Refusal("bad-consent", `the signature of ${member} does not verify`);
  }
}

// packages/crypto/src/act/register.ts
var KEY_OVERLAP_MS = 7 * 24 * 36e5;
function isActiveAt(register, state, moment) {
  const member = register.members.get(state);
  if (!member || moment < member.since) return false;
  const last = member.standing.filter(({ from }) => from <= moment).at(-1);
  return last?.status !== "suspended";
}
function activeMembers(register, moment) {
  return [...register.members.keys()].filter((state) => isActiveAt(register, state, moment));
}
function keyAt(register, { node, use, id }, { moment, overlapMs }) {
  return register.nodes.get(node)?.keys.find((key) => {
    if (key.use !== use || key.id !== id || moment < key.from) return false;
    if (key.until === null || moment < key.until) return true;
    return !key.revoked && Date.parse(moment) < Date.parse(key.until) + overlapMs;
  });
}

// packages/crypto/src/act/procedures.ts
var OPEN_TO = {
  founding: ["consensus"],
  accession: ["consensus"],
  suspension: ["consensus-without-the-member"],
  reinstatement: ["consensus-without-the-member"],
  // A member that is gone for a month must not keep another from renewing a key that was stolen.
  node: ["majority-with-the-member", "consensus"],
  treaty: ["consensus"]
};
function checkProcedure({ kind, procedure }) {
  if (!OPEN_TO[kind].includes(procedure)) {
    throw new Refusal("unlawful-act", `an act of the kind ${kind} is not adopted by ${procedure}`);
  }
}
function verifyProcedure({ statement, consents }, before, concerned) {
  const given = /* @__PURE__ */ new Set();
  for (const consent of consents) {
    if (given.has(consent.member)) throw new Refusal("bad-consent", `${consent.member} consents twice`);
    given.add(consent.member);
    verifyConsent(statement, consent, before);
  }
  const missing = missingConsents(statement, [...given], before, concerned);
  if (missing.length > 0) throw new Refusal("missing-consent", `without the consent of ${missing.join(", ")}`);
}
function missingConsents(statement, given, before, concerned) {
  const members = activeMembers(before, statement.effectiveAt);
  const absent = (asked) => asked.filter((state) => !given.includes(state));
  switch (statement.procedure) {
    case "consensus":
      return absent(members);
    case "consensus-without-the-member":
      return absent(members.filter((state) => state !== concerned));
    case "majority-with-the-member": {
      if (concerned !== null && !members.includes(concerned)) return absent(members);
      const counted = members.filter((state) => given.includes(state)).length;
      if (counted * 2 <= members.length) return absent(members);
      return concerned === null ? [] : absent([concerned]);
    }
  }
}

// packages/crypto/src/act/fold.ts
function foldAct(before, act) {
  const { after, electors, concerned } = weighStatement(before, act.statement);
  verifyProcedure(act, electors, concerned);
  return after;
}
function weighStatement(before, statement) {
  checkPlace(before, statement);
  checkProcedure(statement);
  const after = before ? copy(before) : emptyRegister(statement.organisation);
  after.head = { number: statement.number, hash: toHex(hashStatement(statement)) };
  const concerned = apply(after, statement);
  return { after, electors: before ?? after, concerned };
}
function checkPlace(before, { organisation, number, previous, kind }) {
  if (before === null) {
    if (number !== 1 || previous !== null || kind !== "founding") {
      throw new Refusal("broken-chain", "a register begins with the founding act, numbered 1");
    }
    return;
  }
  if (kind === "founding") throw new Refusal("broken-chain", "an organisation is founded once");
  if (organisation !== before.organisation) throw new Refusal("broken-chain", "an act of another organisation");
  if (number !== before.head.number + 1) {
    throw new Refusal("broken-chain", `act ${number} does not follow act ${before.head.number}`);
  }
  if (previous !== before.head.hash) {
    throw new Refusal("broken-chain", `act ${number} names another act before it than the one in the register`);
  }
}
function apply(register, { kind, subject, body, effectiveAt }) {
  switch (kind) {
    case "founding": {
      const { members, nodes, treaties } = readFounding(body);
      if (subject !== register.organisation) throw unlawful("the founding act is about the organisation itself");
      for (const state of members) admit(register, state, effectiveAt);
      for (const node of nodes) enterNode(register, node, effectiveAt);
      for (const { id, inForceFrom } of treaties) register.treaties.set(id, inForceFrom);
      const without = members.find((state) => !nodes.some(({ holder, of }) => holder === "member" && of === state));
      if (without !== void 0) throw unlawful(`the founding member ${without} has no node`);
      return null;
    }
    case "accession": {
      const { nodes } = readAccession(body);
      admit(register, subject, effectiveAt);
      for (const node of nodes) {
        if (node.holder === "member" && node.of !== subject) throw unlawful("a node of another member in an accession");
        enterNode(register, node, effectiveAt);
      }
      return null;
    }
    case "suspension":
    case "reinstatement":
      readStanding(body);
      changeStanding(register, subject, kind === "suspension" ? "suspended" : "active", effectiveAt);
      return subject;
    case "node": {
      const { node, revoked } = readNodeBody(body);
      if (subject !== node.id) throw unlawful("the act is about another node than its record");
      if (register.nodes.has(node.id)) changeKeys(register, node, revoked, effectiveAt);
      else enterNode(register, node, effectiveAt);
      return node.holder === "member" ? node.of : null;
    }
    case "treaty":
      if (!ID.test(subject)) throw unlawful("a treaty is named by its id, in small letters");
      register.treaties.set(subject, readTreatyBody(body).inForceFrom);
      return null;
  }
}
function admit(register, state, since) {
  if (!/^[A-Z]{2}$/.test(state)) throw unlawful("a member is named by its two-letter code");
  if (register.members.has(state)) throw unlawful(`${state} is a member already`);
  register.members.set(state, { state, since, standing: [] });
}
function changeStanding(register, state, status, from) {
  const member = register.members.get(state);
  if (!member) throw unlawful(`${state} is no member`);
  const before = member.standing.at(-1)?.status ?? "active";
  if (before === status) throw unlawful(`${state} is ${status} already`);
  register.members.set(state, { ...member, standing: [...member.standing, { status, from }] });
}
function emptyRegister(organisation) {
  return { organisation, head: { number: 0, hash: "" }, members: /* @__PURE__ */ new Map(), nodes: /* @__PURE__ */ new Map(), treaties: /* @__PURE__ */ new Map() };
}
function copy(register) {
  const { organisation, head, members, nodes, treaties } = register;
  return { organisation, head, members: new Map(members), nodes: new Map(nodes), treaties: new Map(treaties) };
}
function unlawful(message) {
  return new Refusal("unlawful-act", message);
}

// packages/crypto/src/act/register-file.ts
var REGISTER_FORMAT = "entente-register/1";
var HEADER = object({ format: one(REGISTER_FORMAT), organisation: text(ID) });
function foldActs(acts, pin) {
  const [founding] = acts;
  if (!/^[0-9a-f]{64}$/.test(pin)) throw new Refusal("malformed-register", "a pin has 64 hexadecimal digits");
  if (!founding) throw new Refusal("malformed-register", "a register without a founding act");
  if (toHex(hashStatement(founding.statement)) !== pin) {
    throw new Refusal("broken-chain", "the founding act is not the pinned one");
  }
  return acts.reduce(foldAct, null);
}
function readRegisterFile(file) {
  const [header = "", ...lines] = file.endsWith("\n") ? file.slice(0, -1).split("\n") : file.split("\n");
  const { organisation } = readShape(parseCanonical(header), HEADER, "malformed-register");
  const acts = lines.map(readAct);
  if (acts.some(({ statement }) => statement.organisation !== organisation)) {
    throw new Refusal("broken-chain", "an act of another organisation");
  }
  return acts;
}

// packages/crypto/src/act/act-file.ts
function readActFile(file) {
  return file.startsWith('{"format":') ? readRegisterFile(file) : [readAct(file.replace(/\n$/, ""))];
}

// packages/crypto/src/envelope/envelope.ts
var ENVELOPE_FORMAT = "entente-envelope/1";
var MAX_ENVELOPE_BYTES = 2 ** 20;
var ATTACHMENT = object({
  sha256: text(HEX_32),
  size: count,
  name: text(/^[^\p{Cc}/\\]+$/u, 255),
  mediaType: text(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/, 100),
  key: text(BASE64)
});
var ENVELOPE = object({
  format: one(ENVELOPE_FORMAT),
  salt: text(HEX_32),
  organisation: text(ID),
  from: text(ID),
  to: text(ID),
  seq: count,
  type: text(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/, 80),
  registerHead: object({ number: count, hash: text(HEX_32) }),
  sentAt: instant,
  expiresAt: optional(instant),
  instrument: optional(text(ID)),
  handling: text(ID),
  body: anything,
  attachments: list(ATTACHMENT, { most: 100 })
});
var SALT_AT = -'"0000000000000000000000000000000000000000000000000000000000000000"}'.length;
var CONTENT_END = SALT_AT - ',"salt":'.length;
function readEnvelope(bytes) {
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new Refusal("malformed-envelope", "too long for one envelope");
  const envelope = readShape(parseCanonical(bytes), ENVELOPE, "malformed-envelope");
  if (envelope.seq === 0) throw new Refusal("malformed-envelope", "envelopes are numbered from 1");
  return envelope;
}
function envelopeId(bytes) {
  return toHex(sha256(bytes));
}

// packages/crypto/src/envelope/signed.ts
function bytesOf3({ id, organisation, from, to, seq }) {
  return Buffer.from(`entente-envelope/1
${organisation}
${from}
${to}
${seq}
${id}
`);
}
function markOf(bytes, { organisation, from, to, seq }) {
  return { id: envelopeId(bytes), organisation, from, to, seq };
}
function verifyEnvelope(mark, signature, publicKey) {
  return verifyBytes(bytesOf3(mark), signature, publicKey);
}

// packages/crypto/src/evidence/chain.ts
function joinChains(inFile, known, pin) {
  const [own, other] = [chainOf(inFile, pin), known && chainOf(known, pin)];
  if (other === void 0) return own;
  const [shorter, longer] = own.acts.length < other.acts.length ? [own, other] : [other, own];
  const last = shorter.acts.length - 1;
  if (!equalBytes(hashAt(shorter, last), hashAt(longer, last))) {
    throw new Refusal("broken-chain", "the acts in the evidence and those of the register given are not one chain");
  }
  return longer;
}
function* registersOf(acts) {
  let register = null;
  for (const act of acts) {
    register = foldAct(register, act);
    yield { act, register };
  }
}
function chainOf(acts, pin) {
  return { acts, register: foldActs(acts, pin) };
}
function hashAt({ acts }, at) {
  return hashStatement(acts[at].statement);
}

// packages/crypto/src/evidence/evidence.ts
var EVIDENCE_FORMAT = "entente-evidence/1";
var MAX_EVIDENCE_CHARACTERS = 2 ** 26;
var LINE = text(/^[0-9a-f]{128} \{/, 4200);
var PROVEN_RECEIPT = object({ receipt: LINE, proof: anything });
var ACT2 = (value) => readAct(serialiseCanonical(value));
var EVIDENCE = object({
  format: one(EVIDENCE_FORMAT),
  envelope: object({
    mark: object({ id: text(HEX_32), organisation: text(ID), from: text(ID), to: text(ID), seq: count }),
    signature: text(/^/, 100),
    bytes: orNull(text(/^/, 2 ** 21))
  }),
  sent: object({ proof: anything }),
  received: PROVEN_RECEIPT,
  decided: orNull(PROVEN_RECEIPT),
  acts: list(ACT2, { least: 1, most: 1e5 })
});
function readEvidence(file) {
  if (file.length > MAX_EVIDENCE_CHARACTERS) throw new Refusal("malformed-evidence", "longer than any evidence");
  const { envelope, sent, received, decided, acts } = readShape(parseCanonical(file), EVIDENCE, "malformed-evidence");
  const signature = fromBase64(envelope.signature, "malformed-evidence");
  if (signature.length !== SIGNATURE_BYTES) throw new Refusal("malformed-evidence", "a signature has 64 bytes");
  const bytes = envelope.bytes === null ? null : fromBase64(envelope.bytes, "malformed-evidence");
  return { envelope: { mark: envelope.mark, signature, bytes }, sent, received, decided, acts };
}

// packages/crypto/src/note/signed-note.ts
var MAX_SIGNATURES = 100;
var MAX_CHARACTERS2 = 1e6;
function signatureLine({ name, id, signature }) {
  return `— ${name} ${toBase64(Uint8Array.of(...id, ...signature))}
`;
}
function parseNote(note) {
  if (note.length > MAX_CHARACTERS2) throw new Refusal("malformed-note", "the note is too long");
  if (!isNoteText(note)) throw new Refusal("malformed-note", "control characters or half a surrogate pair in the note");
  const blank = note.lastIndexOf("\n\n");
  if (blank < 0 || !note.endsWith("\n")) throw new Refusal("malformed-note", "no blank line before the signatures");
  const lines = note.slice(blank + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) throw new Refusal("malformed-note", `more than ${MAX_SIGNATURES} signatures`);
  return { text: note.slice(0, blank + 1), signatures: lines.map(parseSignature) };
}
function parseSignature(line) {
  const [dash, name, encoded, ...rest] = line.split(" ");
  if (dash !== "—" || name === void 0 || encoded === void 0 || rest.length > 0 || !isKeyName(name)) {
    throw new Refusal("malformed-note", 'a signature line reads "— name signature"');
  }
  const bytes = fromBase64(encoded, "malformed-note");
  if (bytes.length <= KEY_ID_BYTES) throw new Refusal("malformed-note", "a signature is too short");
  return { name, id: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}
function openNote(note, keys) {
  const { text: text2, signatures } = parseNote(note);
  let known = false;
  for (const signature of signatures) {
    const key = signerOf(signature, keys);
    if (key === void 0) continue;
    if (!verifyBytes(Buffer.from(text2), signature.signature, key.publicKey)) {
      throw new Refusal("bad-signature", `the signature of ${key.name} does not verify`);
    }
    known = true;
  }
  if (!known) throw new Refusal("unknown-signer", "the note carries no signature of a known key");
  return text2;
}
function signerOf({ name, id }, keys) {
  return keys.find((key) => key.name === name && equalBytes(key.id, id));
}
function isNoteText(text2) {
  return text2.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text2);
}

// packages/crypto/src/note/checkpoint.ts
function openCheckpoint(note, key) {
  const checkpoint = parseCheckpointText(openNote(note, [key]));
  if (checkpoint.origin !== key.name) {
    throw new Refusal("malformed-checkpoint", "the origin is not the name of the key that signed");
  }
  return checkpoint;
}
function parseCheckpointText(text2) {
  const lines = text2.endsWith("\n") ? text2.slice(0, -1).split("\n") : [];
  const [origin, size, root] = lines;
  if (lines.length < 3 || lines.includes("")) {
    throw new Refusal("malformed-checkpoint", "a checkpoint has at least three lines, none empty");
  }
  if (!/^(?:0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) {
    throw new Refusal("malformed-checkpoint", "the tree size is not a plain decimal number");
  }
  const hash2 = fromBase64(root, "malformed-checkpoint");
  if (hash2.length !== HASH_BYTES) throw new Refusal("malformed-checkpoint", "the root hash has not 32 bytes");
  return { origin, size: Number(size), root: hash2 };
}

// packages/crypto/src/tlog/hash.ts
var LEAF = Uint8Array.of(0);
var NODE2 = Uint8Array.of(1);
var EMPTY_ROOT = sha256();
function hashLeaf(data) {
  return sha256(LEAF, data);
}
function hashNode(left, right) {
  return sha256(NODE2, left, right);
}

// packages/crypto/src/tlog/subtrees.ts
function subtreesOf([start, end]) {
  const subtrees = [];
  for (let at = start; at < end; ) {
    let level = 0;
    while (2 ** (level + 1) <= end - at) level++;
    subtrees.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return subtrees;
}
function foldHashes(hashes) {
  return hashes.reduceRight((right, left) => hashNode(left, right));
}

// packages/crypto/src/tlog/inclusion.ts
function verifyInclusion({ leafHash, index, size, root, path }) {
  if (!isPosition(index) || !isPosition(size) || index >= size) return false;
  let node = index;
  let last = size - 1;
  let hash2 = leafHash;
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash2 = hashNode(sibling, hash2);
      while (node % 2 === 0 && node !== 0) {
        node = node / 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash2 = hashNode(hash2, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(hash2, root);
}
function isPosition(value) {
  return Number.isSafeInteger(value) && value >= 0;
}

// packages/crypto/src/uuid7.ts
function momentOfId(id) {
  return id[14] === "7" ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : void 0;
}

// packages/crypto/src/log/leaf.ts
var ERASED_EVENT = "audit.erased";
var LOST_EVENT = "audit.content-lost";
function readLeaf(content) {
  const leaf = objectOf(parseCanonical(content));
  const id = textOf(leaf.id);
  const at = textOf(leaf.at);
  if (momentOfId(id) !== Date.parse(at)) throw malformed("the id and the moment of the leaf differ");
  fromHex(textOf(leaf.salt), HASH_BYTES, "malformed-leaf");
  const event = textOf(leaf.event);
  const outcome = textOf(leaf.outcome);
  return {
    id,
    at,
    event,
    actor: textOf(objectOf(leaf.actor).id),
    outcome,
    case: leaf.case === void 0 ? null : textOf(leaf.case),
    parts: partsOf(leaf.parts),
    erases: event === ERASED_EVENT && outcome === "done" ? erasureOf(leaf) : null,
    loses: event === LOST_EVENT && outcome === "done" ? lossOf(leaf) : null
  };
}
function partsOf(value) {
  if (!Array.isArray(value)) throw malformed("the leaf has no list of parts");
  const parts = /* @__PURE__ */ new Map();
  for (const item of value) {
    const part = objectOf(item);
    const name = textOf(part.name);
    if (parts.has(name)) throw malformed("the leaf names a part twice");
    parts.set(name, fromHex(textOf(part.commitment), HASH_BYTES, "malformed-leaf"));
  }
  return parts;
}
function erasureOf(leaf) {
  return { record: textOf(objectOf(leaf.subject).ref), part: textOf(objectOf(leaf.facts).part) };
}
function lossOf(leaf) {
  const facts = objectOf(leaf.facts);
  return { first: indexOf(facts.first), last: indexOf(facts.last) };
}
function indexOf(value) {
  if (!Number.isSafeInteger(value) || value < 0) throw malformed("a place in the tree is missing");
  return value;
}
function objectOf(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed("an object is missing");
  return value;
}
function textOf(value) {
  if (typeof value !== "string") throw malformed("a text is missing");
  return value;
}
function malformed(message) {
  return new Refusal("malformed-leaf", message);
}

// packages/crypto/src/log/proof.ts
var PROOF_FORMAT = "entente-record-proof/1";
var MAX_PATH = 53;
function verifyProof(proof, trustedKey) {
  const { format, content, index, path, checkpoint, verifierKey } = fieldsOf(proof);
  if (format !== PROOF_FORMAT) throw malformed2(`not a proof of the format ${PROOF_FORMAT}`);
  if (typeof checkpoint !== "string" || typeof verifierKey !== "string" || typeof index !== "number") {
    throw malformed2("checkpoint, verifierKey or index is missing");
  }
  if (trustedKey !== void 0 && trustedKey !== verifierKey) {
    throw new Refusal("unknown-signer", "the proof names another key than the one given");
  }
  const head = openCheckpoint(checkpoint, parseVerifierKey(verifierKey));
  const text2 = serialiseCanonical(content);
  const claim = {
    leafHash: hashLeaf(text2),
    index,
    size: head.size,
    root: head.root,
    path: readPath(path)
  };
  if (!verifyInclusion(claim)) {
    throw new Refusal(
      "malformed-proof",
      "the record is not at this index of the log: the path does not lead to the root"
    );
  }
  return { leaf: readLeaf(text2), index, origin: head.origin, size: head.size, verifierKey };
}
function readPath(path) {
  if (!Array.isArray(path) || path.length > MAX_PATH)
    throw malformed2("the path is no list, or longer than any tree is high");
  return path.map((hash2) => fromHex(typeof hash2 === "string" ? hash2 : "", HASH_BYTES, "malformed-proof"));
}
function fieldsOf(proof) {
  if (typeof proof !== "object" || proof === null || Array.isArray(proof)) throw malformed2("not an object");
  return proof;
}
function malformed2(message) {
  return new Refusal("malformed-proof", message);
}

// packages/crypto/src/note/cosignature.ts
var TIME_BYTES = 8;
function readCosignatures(note, witnesses) {
  const { text: text2, signatures } = checkpointOf(note);
  return signatures.flatMap((signature) => {
    const witness = signerOf(signature, witnesses);
    if (witness === void 0) return [];
    const time = verifiedTime(text2, signature.signature, witness.publicKey);
    const line = signatureLine(signature);
    return [time === void 0 ? { witness, line, valid: false } : { witness, line, valid: true, time }];
  });
}
function checkpointOf(note) {
  const parsed = parseNote(note);
  parseCheckpointText(parsed.text);
  return parsed;
}
function verifiedTime(text2, signature, publicKey) {
  if (signature.length <= TIME_BYTES) return void 0;
  const time = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(time)) return void 0;
  return verifyBytes(messageOf(text2, time), signature.subarray(TIME_BYTES), publicKey) ? time : void 0;
}
function messageOf(text2, time) {
  return Buffer.from(`cosignature/v1
time ${time}
${text2}`);
}

// packages/crypto/src/evidence/vouching.ts
function vouchingOf(note, { register, keys, log }) {
  const witnesses = keys.witnesses.map(({ key }) => key);
  for (const line of parseNote(note).signatures) {
    if (!signerOf(line, log) && !signerOf(line, witnesses)) {
      throw new Refusal("unknown-signer", "a checkpoint carries a signature of nobody in the register");
    }
  }
  const times = /* @__PURE__ */ new Map();
  for (const cosignature of readCosignatures(note, witnesses)) {
    const named = keys.witnesses.find(({ key }) => key === cosignature.witness);
    if (!cosignature.valid) throw new Refusal("bad-signature", `the cosignature of ${named.node} does not verify`);
    const at = new Date(cosignature.time * 1e3);
    if (Number.isNaN(at.getTime()) || !isNamedAt(named, at.toISOString())) continue;
    times.set(named.node, at.toISOString());
  }
  return { cosignedBy: [...times.keys()], stoodAt: majorityAt(register, times) };
}
function isNamedAt({ from, until }, at) {
  return Date.parse(at) + 999 >= Date.parse(from) && (until === null || at < until);
}
function majorityAt(register, times) {
  const counted = /* @__PURE__ */ new Set();
  const inOrder = [...times].sort(([, left], [, right]) => left < right ? -1 : 1);
  for (const [node, at] of inOrder) {
    const { holder, of } = register.nodes.get(node).record;
    const active = activeMembers(register, at);
    if (holder === "member" && active.includes(of)) counted.add(of);
    if (counted.size * 2 > active.length) return at;
  }
  return null;
}

// packages/crypto/src/evidence/log-place.ts
var PROOF = object({
  format: one("entente-record-proof/1"),
  content: anything,
  index: count,
  path: list(text(/^[0-9a-f]{64}$/), { most: 53 }),
  checkpoint: text(/^/, 1e5),
  verifierKey: text(/^/, 400)
});
function proveLogPlace(proof, node, { register, keys }) {
  const { checkpoint, verifierKey } = readShape(proof, PROOF, "malformed-proof");
  const log = keys.logs.filter((named) => named.node === node).map(({ key: key2 }) => key2);
  const key = log.find((candidate) => encodeVerifierKey(candidate) === verifierKey);
  if (key === void 0)
    throw new Refusal("unknown-signer", `the register never named this key for the log of ${node}`);
  const { leaf, index, size, origin } = verifyProof(proof, verifierKey);
  const vouching = vouchingOf(checkpoint, { register, keys, log: [key] });
  return { node, record: leaf.id, at: leaf.at, log: origin, index, size, ...vouching, ...contentOf(proof, leaf) };
}
function contentOf(proof, { event }) {
  const { subject, facts } = proof.content;
  return {
    event,
    subject: subject === void 0 ? null : readShape(subject, SUBJECT, "malformed-leaf"),
    facts: typeof facts === "object" && facts !== null && !Array.isArray(facts) ? facts : {}
  };
}
var SUBJECT = object({ kind: text(/^/), ref: text(/^/, 1e3) });

// packages/crypto/src/evidence/note-keys.ts
function noteKeysOf(acts) {
  const logs = new Naming(parseVerifierKey);
  const witnesses = new Naming(parseWitnessKey);
  for (const { act, register } of registersOf(acts)) {
    for (const [node, { record }] of register.nodes) {
      logs.see(node, record.log, act.statement.effectiveAt);
      witnesses.see(node, record.witness, act.statement.effectiveAt);
    }
  }
  return { logs: logs.named, witnesses: witnesses.named };
}
var Naming = class {
  named = [];
  #newest = /* @__PURE__ */ new Map();
  #parse;
  constructor(parse) {
    this.#parse = parse;
  }
  see(node, written, from) {
    const before = this.#newest.get(node);
    if (before?.written === written) return;
    if (before) before.entry.until = from;
    const entry = { node, key: this.#parse(written), from, until: null };
    this.named.push(entry);
    this.#newest.set(node, { written, entry });
  }
};

// packages/crypto/src/envelope/signed-together.ts
var LINE2 = new RegExp(
  `^([0-9a-f]{${SIGNATURE_BYTES * 2}}) (?:(\\d+)/(\\d+) ([0-9a-f]{64}) ([0-9a-f,]+) )?(\\{.*)$`,
  "s"
);
var MOST_CONTENT = 4e3;
var MOST_PATH = 20;
var MOST_LINE = 6e3;
function rootText(size, root) {
  return Buffer.from(`entente-receipts/1
${size}
${toHex(root)}
`);
}
function takeApart2(line) {
  const [, signature = "", index, size, root = "", hashes = "", content = ""] = LINE2.exec(line.slice(0, MOST_LINE)) ?? [];
  if (content === "" || content.length > MOST_CONTENT) throw malformed3();
  const read = { signature: fromHex(signature, SIGNATURE_BYTES, "malformed-receipt"), content };
  if (index === void 0 || size === void 0) return { ...read, place: void 0 };
  const path = hashes.split(",").map(readHash);
  if (path.length > MOST_PATH || String(Number(index)) !== index || String(Number(size)) !== size) throw malformed3();
  return { ...read, place: { index: Number(index), size: Number(size), root: readHash(root), path } };
}
function isLineSigned({ signature, place, content }, publicKey) {
  if (!place) return verifyBytes(Buffer.from(content), signature, publicKey);
  return verifyInclusion({ ...place, leafHash: hashLeaf(content) }) && isRootSigned(rootText(place.size, place.root), signature, publicKey);
}
function readHash(text2) {
  return fromHex(text2, HASH_BYTES, "malformed-receipt");
}
function malformed3() {
  return new Refusal("malformed-receipt", "a signature, perhaps a place among others, and canonical JSON are expected");
}
var verified = /* @__PURE__ */ new Set();
var MOST_VERIFIED = 64;
function isRootSigned(root, signature, publicKey) {
  const name = [root, signature, publicKey].map(toHex).join();
  if (verified.has(name)) return true;
  if (!verifyBytes(root, signature, publicKey)) return false;
  verified.add(name);
  const [oldest] = verified;
  if (verified.size > MOST_VERIFIED && oldest !== void 0) verified.delete(oldest);
  return true;
}

// packages/crypto/src/envelope/receipt.ts
var RECEIPT_FORMAT = "entente-receipt/1";
var RECEIPT_STATUSES = ["received", "accepted", "refused", "opened"];
var RECEIPT = object({
  format: one(RECEIPT_FORMAT),
  organisation: text(ID),
  envelope: text(HEX_32),
  from: text(ID),
  to: text(ID),
  seq: count,
  status: one(...RECEIPT_STATUSES),
  reason: optional(object({ code: text(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 80), detail: text(/^/, 1e3) })),
  at: instant,
  record: text(/^[0-9a-f-]{36}$/),
  key: text(/^[0-9a-f]{16}$/)
});
function readReceipt(line) {
  const taken = takeApart2(line);
  return { receipt: readContent(taken), isSignedBy: (publicKey) => isLineSigned(taken, publicKey) };
}
function readContent({ content }) {
  return readShape(parseCanonical(content), RECEIPT, "malformed-receipt");
}

// packages/crypto/src/evidence/signing-key.ts
function findSigner(register, node, place, isSignedBy) {
  const keys = register.nodes.get(node)?.keys.filter(({ use }) => use === "signing") ?? [];
  const key = keys.find((candidate) => isSignedBy(readSigningKey(candidate.key)));
  if (key === void 0)
    throw new Refusal("bad-signature", `no key that the register has for ${node} made the signature`);
  const named = { node, use: "signing", id: key.id };
  if (!keyAt(register, named, { moment: place.at, overlapMs: KEY_OVERLAP_MS })) {
    throw new Refusal("unknown-key", `the key of ${node} that signed was not in force then`);
  }
  if (key.revoked && !(place.stoodAt !== null && place.stoodAt < key.until)) {
    throw new Refusal(
      "unknown-key",
      `the key of ${node} that signed was revoked before a majority vouched for the receipt`
    );
  }
  return key;
}

// packages/crypto/src/evidence/receipts.ts
function readProvenReceipt({ receipt: line, proof }, mark, judging) {
  const { receipt, isSignedBy } = readReceipt(line);
  const { organisation, envelope, from, to, seq } = receipt;
  const isForIt = organisation === mark.organisation && envelope === mark.id && from === mark.to && to === mark.from && seq === mark.seq;
  if (!isForIt) throw mismatched("a receipt is for another envelope");
  const leaf = proveLogPlace(proof, mark.to, judging);
  if (leaf.record !== receipt.record || leaf.at !== receipt.at) {
    throw mismatched("a receipt names another record or moment than the one proven");
  }
  const { id } = findSigner(judging.register, mark.to, leaf, isSignedBy);
  if (id !== receipt.key) throw mismatched("a receipt names another key than the one that signed it");
  return { receipt, leaf };
}
function checkReceived({ receipt, leaf }, mark) {
  if (receipt.status !== "received") throw mismatched("the first receipt is not of receiving");
  if (leaf.event !== "exchange.received" || !isAbout(leaf, mark) || leaf.facts.seq !== mark.seq) {
    throw mismatched("the record in the receiver's log is not of receiving this envelope");
  }
}
function checkDecided({ receipt, leaf }, mark) {
  const { facts } = leaf;
  if (receipt.status === "refused") {
    const isRefusal = leaf.event === "exchange.refused" && isAbout(leaf, mark) && facts.code === receipt.reason?.code;
    if (!isRefusal) throw mismatched("the record in the receiver's log is not of this refusal");
    return;
  }
  const isRun = receipt.status === "accepted" && leaf.event === "exchange.applied" && facts.from === mark.from && isNumber(facts.first) && isNumber(facts.last) && facts.first <= mark.seq && mark.seq <= facts.last;
  if (!isRun) throw mismatched("the record in the receiver's log is not of accepting this envelope");
}
function isAbout({ subject, facts }, mark) {
  return subject?.kind === "envelope" && subject.ref === mark.id && facts.from === mark.from;
}
function isNumber(value) {
  return typeof value === "number";
}
function mismatched(message) {
  return new Refusal("mismatched-evidence", message);
}

// packages/crypto/src/evidence/verify.ts
function verifyEvidence(file, pin, known) {
  const evidence = readEvidence(file);
  const { mark } = evidence.envelope;
  const { register, acts } = joinChains(evidence.acts, known, pin);
  if (mark.organisation !== register.organisation) throw mismatched("the envelope is of another organisation");
  const judging = { register, keys: noteKeysOf(acts) };
  const envelope = readContent2(evidence);
  const received = readProvenReceipt(evidence.received, mark, judging);
  checkReceived(received, mark);
  findSigner(register, mark.from, received.leaf, (key) => verifyEnvelope(mark, evidence.envelope.signature, key));
  const sent = proveSending(evidence, judging);
  const type = typeOf([sent, received.leaf], envelope);
  const decided = evidence.decided && readProvenReceipt(evidence.decided, mark, judging);
  if (decided) checkDecided(decided, mark);
  return {
    organisation: register.organisation,
    head: { ...register.head },
    id: mark.id,
    from: partyOf(register, mark.from),
    to: partyOf(register, mark.to),
    seq: mark.seq,
    type,
    envelope,
    sent: placeOf(sent),
    received: placeOf(received.leaf),
    decided: decided && { ...placeOf(decided.leaf), ...statusOf(decided) }
  };
}
function readContent2({ envelope: { mark, bytes } }) {
  if (bytes === null) return null;
  const envelope = readEnvelope(bytes);
  const own = markOf(bytes, envelope);
  const names = ["id", "organisation", "from", "to", "seq"];
  if (names.some((name) => own[name] !== mark[name])) throw mismatched("the content is not that of the envelope");
  return envelope;
}
function proveSending({ envelope: { mark }, sent }, judging) {
  const leaf = proveLogPlace(sent.proof, mark.from, judging);
  const { event, subject, facts } = leaf;
  if (event !== "exchange.sent" || subject?.kind !== "envelope" || subject.ref !== mark.id) {
    throw mismatched("the record in the sender's log is not of sending this envelope");
  }
  if (facts.to !== mark.to || facts.seq !== mark.seq) {
    throw mismatched("the sender's log names another receiver or number");
  }
  return leaf;
}
function typeOf(leaves, envelope) {
  const types = /* @__PURE__ */ new Set([...leaves.map(({ facts }) => facts.type), ...envelope ? [envelope.type] : []]);
  const [type] = types;
  if (types.size > 1 || typeof type !== "string") throw mismatched("logs and content name different types");
  return type;
}
function partyOf({ nodes }, node) {
  const { holder, of } = nodes.get(node).record;
  return { node, holder, of };
}
function placeOf({ node, record, at, log, index, size, cosignedBy, stoodAt }) {
  return { node, record, at, log, index, size, cosignedBy, stoodAt };
}
function statusOf({ receipt: { status, reason } }) {
  return { status, ...reason && { reason } };
}

// packages/cli/src/offline/to-text.ts
function toText(lines) {
  const shown = lines.map(
    (line) => line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${char.codePointAt(0).toString(16)}}`)
  );
  return `${shown.join("\n")}
`;
}

// packages/cli/src/offline/describe.ts
var CHECKED = {
  given: (key) => [`Checked with the key given: ${key}`],
  "key-file": (key) => [`Checked with the key of the node's key file: ${key}`],
  beside: (key) => [
    `Checked with the key that stands beside it: ${key}`,
    "That shows who signed only if this is the node's key: compare it, or give it with --key."
  ]
};
function describeVerdict(verdict, source, keyOrigin) {
  const lines = verdict.faultCount === 0 ? [
    `${source} ${verdict.origin} verifies: ${count2(verdict.size, "record")}, ${count2(verdict.checkpoints, "signed head")}.`
  ] : [
    `${source} ${verdict.origin} does NOT verify: ${count2(verdict.faultCount, "fault")}.`,
    ...verdict.faults.map(({ code, where, message }) => `  ${where}: ${message} [${code}]`)
  ];
  const unlisted = verdict.faultCount - verdict.faults.length;
  if (unlisted > 0) lines.push(`  and ${unlisted} more`);
  if (verdict.erased > 0) lines.push(`Texts erased: ${verdict.erased}.`);
  if (verdict.lost > 0)
    lines.push(
      `Lost in a restore, as the log says itself, and there as hashes alone: ${count2(verdict.lost, "record")}.`
    );
  if (verdict.pending.count > 0) {
    lines.push(
      `Not yet under a signed head: ${count2(verdict.pending.count, "record")}, the oldest of ${verdict.pending.oldest ?? "an unknown moment"}.`
    );
  }
  return toText([...lines, ...CHECKED[keyOrigin](verdict.verifierKey)]);
}
function describeProven({ leaf, index, origin, size, verifierKey }, keyOrigin) {
  return toText([
    `The proof holds: this is record ${index} of the log ${origin}, under its head of ${count2(size, "record")}.`,
    `  record   ${leaf.id}`,
    `  at       ${leaf.at}`,
    `  event    ${leaf.event}, ${leaf.outcome}`,
    `  by       ${leaf.actor}`,
    ...leaf.case === null ? [] : [`  case     ${leaf.case}`],
    ...CHECKED[keyOrigin](verifierKey)
  ]);
}
function count2(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// packages/cli/src/offline/describe-evidence.ts
function describeEvidence(evidence, showBody) {
  const { organisation, head, id, from, to, seq, type, envelope, sent, received, decided } = evidence;
  return toText([
    `The evidence verifies: ${nameOf(from)} sent ${type} to ${nameOf(to)}, which received it ${received.at}.`,
    ...decided ? [lineOfDecision(decided, to)] : [`${nameOf(to)} had not decided on it when this was written.`],
    "",
    `  envelope  ${id}, number ${seq} from ${from.node} to ${to.node}`,
    `  sent      ${sent.at}, by the log of ${from.node}`,
    `  received  ${received.at}, by the log of ${to.node}`,
    ...envelope === null ? ["  content   ERASED: the signature still says who sent it, not what it said"] : [],
    "",
    ...linesOfPlace("The sending", sent),
    ...linesOfPlace("The receipt", received),
    ...decided ? linesOfPlace("The decision", decided) : [],
    "",
    `Judged by the register of ${organisation} to act ${head.number}, ${head.hash}.`,
    "Whether a later act exists, no file can show: give a newer register with --register.",
    ...showBody ? ["", ...linesOfBody(evidence)] : []
  ]);
}
function nameOf({ node, holder, of }) {
  return `${of} (${holder === "body" ? "body, " : ""}node ${node})`;
}
function lineOfDecision({ status, reason, at }, to) {
  const why = reason ? `: ${reason.detail} [${reason.code}]` : "";
  return `${nameOf(to)} ${status} it ${at}${why}`;
}
function linesOfPlace(what, { record, log, index, size, cosignedBy, stoodAt }) {
  const vouched = cosignedBy.length === 0 ? "cosigned by nobody" : `cosigned by ${cosignedBy.join(", ")}`;
  return [
    `${what} is record ${index} (${record}) of the log ${log}, under its head of ${size} records,`,
    stoodAt === null ? `  PENDING: ${vouched}; no majority of the members vouches for that head in this file.` : `  standing: ${vouched}; a majority of the members by ${stoodAt}.`
  ];
}
function linesOfBody({ envelope }) {
  if (envelope === null) return ["The content is erased and cannot be shown."];
  const { body, handling, instrument, attachments } = envelope;
  return [
    `Handling ${handling}${instrument === void 0 ? "" : `, under ${instrument}`}`,
    ...attachments.map(({ name, size, sha256: sha2562 }) => `Attached: ${name}, ${size} bytes, SHA-256 ${sha2562}`),
    ...JSON.stringify(body, void 0, 2).split("\n")
  ];
}

// packages/cli/src/offline/describe-register.ts
function describeVerified({ decidedAt, ...view }) {
  const { organisation, head, pin } = view;
  return toText([
    `The register of ${organisation} verifies from the pinned founding act to act ${head.number}: it is valid to there.`,
    "Whether a later act exists, no file can show: ask a node for its head.",
    "",
    `pin   ${pin}`,
    `head  act ${head.number}, ${head.hash}, decided ${decidedAt}`,
    "",
    ...linesOfRegister(view)
  ]);
}
function linesOfRegister({ members, nodes, treaties }) {
  return [
    "Members",
    ...members.map(lineOfMember),
    "",
    "Nodes",
    ...nodes.flatMap(linesOfNode),
    ...treaties.length === 0 ? [] : ["", "Treaties", ...treaties.map(lineOfTreaty)]
  ];
}
function lineOfMember({ state, status, from, ahead }) {
  const since = status === "awaited" ? `from ${from} on` : `since ${from}`;
  const later = ahead.map((change) => `; ${change.status} from ${change.from} on`).join("");
  return `  ${state}  ${status} ${since}${later}`;
}
function linesOfNode({ id, holder, of, address, record, keys, log, witness }) {
  return [
    `  ${id}  ${holder} ${of}, at ${address}`,
    `      record   ${record}`,
    ...keys.map(lineOfKey),
    `      log      ${log}`,
    `      witness  ${witness}`
  ];
}
var KEY_STATUS = {
  awaited: ({ from }) => `from ${from} on`,
  "in-force": ({ from, until }) => `since ${from}${until === null ? "" : `, until ${until}`}`,
  retired: ({ until }) => `retired ${until}`,
  revoked: ({ until }) => `REVOKED ${until}`
};
function lineOfKey(key) {
  return `      ${key.use.padEnd(7)}  ${key.id}  ${KEY_STATUS[key.status](key)}`;
}
function lineOfTreaty({ id, inForceFrom }) {
  return `  ${id}  in force from ${inForceFrom} on`;
}

// packages/crypto/src/commitment.ts
var SALT_BYTES = 32;
function commitTo(text2, salt) {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes, not ${salt.length}`);
  return sha256(salt, text2);
}
function opensCommitment(commitment, text2, salt) {
  return salt.length === SALT_BYTES && equalBytes(commitTo(text2, salt), commitment);
}

// packages/crypto/src/log/export.ts
var EXPORT_FORMAT = "entente-log/1";
function readHeader(line) {
  const { format, origin, verifierKey, size, checkpoint, complete, parts } = fieldsOf2(parseCanonical(line));
  if (format !== EXPORT_FORMAT) throw malformed4(`the first line is no header of the format ${EXPORT_FORMAT}`);
  if (typeof origin !== "string" || typeof verifierKey !== "string" || typeof checkpoint !== "string" || typeof complete !== "boolean" || typeof parts !== "boolean" || !isIndex(size)) {
    throw malformed4("the header lacks a field");
  }
  return { origin, verifierKey, size, checkpoint, complete, parts };
}
function readRecord(line, header) {
  const { index, content, parts, path, lost } = fieldsOf2(parseCanonical(line));
  if (lost !== void 0) {
    if (!header.complete || !isIndex(index) || typeof lost !== "string" || content !== void 0) {
      throw malformed4("a lost record is its place and its hash, in a whole log");
    }
    return { index, lostHash: fromHex(lost, HASH_BYTES, "malformed-leaf") };
  }
  if (!(index === null || isIndex(index))) throw malformed4("a record has no index");
  if (content === void 0) throw malformed4("a record has no content");
  const record = { index, content: serialiseCanonical(content) };
  if (header.parts) record.parts = listOf(parts).map(readPart);
  if (!header.complete) record.path = listOf(path).map((hash2) => typeof hash2 === "string" ? hash2 : "");
  return record;
}
function readPart(part) {
  const { name, salt, text: text2, erasedBy, unopened } = fieldsOf2(part);
  if (typeof name !== "string" || !isTextOrNull(salt) || !isTextOrNull(text2) || !isTextOrNull(erasedBy)) {
    throw malformed4("a part lacks a field");
  }
  const read = { name, salt: salt === null ? null : fromHex(salt, SALT_BYTES, "malformed-leaf"), text: text2, erasedBy };
  return unopened === true ? { ...read, unopened } : read;
}
function fieldsOf2(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed4("a line is no object");
  return value;
}
function listOf(value) {
  if (!Array.isArray(value)) throw malformed4("a list is missing");
  return value;
}
function isTextOrNull(value) {
  return typeof value === "string" || value === null;
}
function isIndex(value) {
  return Number.isSafeInteger(value) && value >= 0;
}
function malformed4(message) {
  return new Refusal("malformed-leaf", message);
}

// packages/crypto/src/tlog/frontier.ts
var Frontier = class _Frontier {
  #size = 0;
  #hashes = [];
  /** The frontier of a tree that exists already. */
  static async read(size, read) {
    const frontier = new _Frontier();
    frontier.#hashes.push(...await read(subtreesOf([0, size])));
    frontier.#size = size;
    return frontier;
  }
  get size() {
    return this.#size;
  }
  /** Appends a leaf and returns the subtrees it completes: the leaf itself, then every node that closes above it. */
  append(leafHash) {
    let node = { level: 0, index: this.#size, hash: leafHash };
    const completed = [node];
    while (node.index % 2 === 1) {
      const left = this.#hashes.pop();
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: hashNode(left, node.hash) };
      completed.push(node);
    }
    this.#hashes.push(node.hash);
    this.#size++;
    return completed;
  }
  root() {
    return this.#size === 0 ? EMPTY_ROOT : foldHashes(this.#hashes);
  }
};

// packages/crypto/src/tlog/tile.ts
var TILE_WIDTH = 256;
var TILE_HEIGHT = 8;
function slotOf({ level, index }) {
  if (level % TILE_HEIGHT !== 0) return void 0;
  return { level: level / TILE_HEIGHT, index: Math.floor(index / TILE_WIDTH), slot: index % TILE_WIDTH };
}
function hashesAt(level, size) {
  return Math.floor(size / TILE_WIDTH ** level);
}
function* tilesOf(size) {
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    const hashes = hashesAt(level, size);
    for (let index = 0; index * TILE_WIDTH < hashes; index++) {
      yield { level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) };
    }
  }
}

// packages/crypto/src/log/faults.ts
var FAULTS_KEPT = 100;
var Faults = class {
  list = [];
  #count = 0;
  get count() {
    return this.#count;
  }
  add(code, where, message) {
    this.#count++;
    if (this.list.length < FAULTS_KEPT) this.list.push({ code, where, message });
  }
};

// packages/crypto/src/log/lost-content.ts
var LostContent = class {
  #lost = [];
  #logged = [];
  #count = 0;
  /** To be called in the order of the places. */
  lost(index) {
    this.#count++;
    const newest = this.#lost.at(-1);
    if (newest?.last === index - 1) newest.last = index;
    else this.#lost.push({ first: index, last: index });
  }
  /** A leaf counts for what lies before it only: nobody may lose tomorrow's records today. */
  logged({ loses }, index) {
    if (loses === null) return;
    const last = index === null ? loses.last : Math.min(loses.last, index - 1);
    if (loses.first <= last) this.#logged.push({ first: loses.first, last });
  }
  get count() {
    return this.#count;
  }
  /** To be called once the whole log has been read. */
  settle(faults) {
    this.#logged.sort((one2, other) => one2.first - other.first);
    for (const range of this.#lost) {
      const unlogged = firstOutside(range, this.#logged);
      if (unlogged === void 0) continue;
      faults.add(
        "loss-unlogged",
        `record ${unlogged}`,
        "is there as a hash alone, and no later leaf says that it was lost"
      );
    }
  }
};
function firstOutside({ first, last }, others) {
  let next = first;
  for (const other of others) {
    if (other.first > next) break;
    next = Math.max(next, other.last + 1);
  }
  return next > last ? void 0 : next;
}

// packages/crypto/src/log/verify-record.ts
function placeOf2({ index, columns }, leaf) {
  const id = leaf?.id ?? columns?.id;
  return [index === null ? "unfolded record" : `record ${index}`, ...id === void 0 ? [] : [`(${id})`]].join(" ");
}
var Erasures = class {
  #gone = /* @__PURE__ */ new Map();
  #logged = /* @__PURE__ */ new Map();
  gone(record, part, place) {
    this.#gone.set(`${record} ${part.name}`, { place, erasedBy: part.erasedBy });
  }
  logged(leaf, place, faults) {
    if (leaf.erases === null) return;
    const key = `${leaf.erases.record} ${leaf.erases.part}`;
    if (this.#logged.has(key)) faults.add("erasure-undone", place, "logs an erasure that is logged already");
    else this.#logged.set(key, { place, id: leaf.id });
  }
  get count() {
    return this.#gone.size;
  }
  /** To be called once the whole log has been read. */
  settle(faults) {
    for (const [key, { place, erasedBy }] of this.#gone) {
      const part = key.slice(key.indexOf(" ") + 1);
      const logged = this.#logged.get(key);
      if (logged === void 0) {
        faults.add("erasure-unlogged", place, `the text of part "${part}" is gone, and no leaf records its erasure`);
      } else if (logged.id !== erasedBy) {
        faults.add("column", place, `part "${part}" names another record as its erasure than the log does`);
      }
    }
    for (const [key, { place }] of this.#logged) {
      if (!this.#gone.has(key)) {
        faults.add("erasure-undone", place, "logs the erasure of a part that is not there, or is still held");
      }
    }
  }
};
function verifyRecord(record, erasures, faults, lost) {
  const leafHash = hashLeaf(record.content);
  let leaf;
  try {
    leaf = readLeaf(record.content);
  } catch (error) {
    faults.add("leaf-malformed", placeOf2(record), error.message);
  }
  const place = placeOf2(record, leaf);
  if (record.leafHash !== void 0 && !equalBytes(record.leafHash, leafHash)) {
    faults.add("leaf-hash", place, "the content does not have the stored leaf hash");
  }
  if (leaf === void 0) return leafHash;
  lost?.logged(leaf, record.index);
  for (const [column, value] of Object.entries(record.columns ?? {})) {
    if (value !== leaf[column]) {
      faults.add("column", place, `the column for "${column}" differs from the content`);
    }
  }
  if (record.parts !== void 0) {
    verifyParts(leaf, record.parts, place, erasures, faults);
    erasures.logged(leaf, place, faults);
  }
  return leafHash;
}
function verifyParts(leaf, held, place, erasures, faults) {
  const parts = new Map(held.map((part) => [part.name, part]));
  for (const [name, commitment] of leaf.parts) {
    const part = parts.get(name);
    parts.delete(name);
    if (part === void 0) {
      faults.add("part-missing", place, `part "${name}" is missing`);
    } else if (part.unopened) {
      faults.add("part-unopened", place, `part "${name}" is sealed and does not open: altered, or its key is missing`);
    } else if (part.text === null || part.salt === null) {
      erasures.gone(leaf.id, part, place);
      if (part.text !== part.salt) faults.add("part-changed", place, `part "${name}" is erased in half`);
    } else if (!opensCommitment(commitment, part.text, part.salt)) {
      faults.add("part-changed", place, `part "${name}" is not what the leaf commits to`);
    } else if (part.erasedBy !== null) {
      faults.add("column", place, `part "${name}" is held, yet names an erasure`);
    }
  }
  for (const name of parts.keys()) faults.add("part-unknown", place, `part "${name}" is in no leaf`);
}

// packages/crypto/src/log/verify.ts
async function verifyLog(source, trust = {}) {
  const verification = new Verification(source, trust);
  await verification.start();
  for await (const record of source.records) await verification.take(record);
  return await verification.finish();
}
var Verification = class {
  #source;
  #faults = new Faults();
  #erasures = new Erasures();
  #lost = new LostContent();
  #frontier = new Frontier();
  #trusted;
  #key;
  #pinned;
  #checkpoints;
  #next;
  /** Hashes of the rightmost tile of each level, as recomputed. */
  #edge = [];
  #heads = 0;
  /** Size of the last checkpoint, whether or not it holds. */
  #covered = 0;
  #newest;
  /** Index the next record should have. */
  #expected = 0;
  #parts = 0;
  #pending = { count: 0, oldest: null };
  constructor(source, trust) {
    this.#source = source;
    this.#checkpoints = source.checkpoints[Symbol.asyncIterator]();
    this.#trusted = trust.verifierKey ?? source.verifierKey;
    this.#key = this.#readKey();
    this.#pinned = trust.pinned === void 0 ? void 0 : this.#open(trust.pinned, "the earlier checkpoint");
  }
  async start() {
    await this.#readCheckpoint();
    this.#comparePinned();
  }
  async take(record) {
    if ("lostHash" in record) {
      this.#lost.lost(record.index);
      return await this.#append(record.index, record.lostHash);
    }
    this.#parts += record.parts?.length ?? 0;
    const leafHash = verifyRecord(record, this.#erasures, this.#faults, this.#lost);
    if (record.index === null) return this.#setAside(record.content);
    await this.#append(record.index, leafHash);
  }
  async #append(index, leafHash) {
    this.#comparePosition(index);
    for (const node of this.#frontier.append(leafHash)) await this.#store(node);
    this.#comparePinned();
    while (this.#next !== void 0 && this.#next.size <= this.#frontier.size)
      await this.#compareCheckpoint(this.#next);
  }
  async finish() {
    const { size } = this.#frontier;
    const faults = this.#faults;
    while (this.#next !== void 0) await this.#compareCheckpoint(this.#next);
    await this.#compareEdge();
    if (this.#source.size !== size) {
      faults.add("size", "the log", `says it holds ${this.#source.size} records, and holds ${size}`);
    }
    if (this.#covered !== size) {
      faults.add("checkpoint", "the log", `no checkpoint covers its ${size} records`);
    }
    if (this.#pinned !== void 0 && this.#pinned.size > size) {
      faults.add("rolled-back", "the log", `held ${this.#pinned.size} records once, and holds ${size}`);
    }
    if (this.#source.partCount !== void 0 && this.#source.partCount !== this.#parts) {
      faults.add("part-unknown", "the log", `holds ${this.#source.partCount - this.#parts} parts of no record`);
    }
    this.#erasures.settle(faults);
    this.#lost.settle(faults);
    return {
      origin: this.#source.origin,
      verifierKey: this.#trusted,
      size,
      root: toBase64(this.#frontier.root()),
      checkpoints: this.#heads,
      erased: this.#erasures.count,
      lost: this.#lost.count,
      pending: this.#pending,
      checkpoint: this.#newest?.note ?? null,
      faults: faults.list,
      faultCount: faults.count
    };
  }
  #readKey() {
    const { verifierKey, origin } = this.#source;
    if (this.#trusted !== verifierKey) this.#faults.add("key", "the log", "names another key than the node's");
    try {
      const key = parseVerifierKey(this.#trusted);
      if (key.name !== origin) this.#faults.add("key", "the log", "the key is not that of its origin");
      return key;
    } catch (error) {
      this.#faults.add("key", "the log", error.message);
      return void 0;
    }
  }
  #open(note, where) {
    if (this.#key === void 0) return void 0;
    try {
      return openCheckpoint(note, this.#key);
    } catch (error) {
      this.#faults.add("signature", where, error.message);
      return void 0;
    }
  }
  async #readCheckpoint() {
    const { done, value } = await this.#checkpoints.next();
    this.#next = done ? void 0 : value;
  }
  async #compareCheckpoint(stored) {
    const where = `checkpoint ${stored.size}`;
    const head = this.#open(stored.note, where);
    this.#heads++;
    this.#covered = stored.size;
    await this.#readCheckpoint();
    if (head === void 0) return;
    if (head.size !== stored.size) {
      this.#faults.add("checkpoint", where, `is signed over ${head.size} records`);
    } else if (head.size !== this.#frontier.size) {
      this.#faults.add("checkpoint", where, "is over records that are not there, or stands twice");
    } else if (!equalBytes(head.root, this.#frontier.root())) {
      this.#faults.add("root", where, `the records up to here do not have the root that was signed`);
    } else {
      this.#newest = stored;
    }
  }
  /** Says where the numbering breaks, once: what follows a gap is counted on from there. */
  #comparePosition(index) {
    const expected = this.#expected;
    this.#expected = index + 1;
    if (index === expected) return;
    const message = index > expected ? `stands where record ${expected} should` : "stands after a later one, or twice";
    this.#faults.add("position", `record ${index}`, message);
  }
  #comparePinned() {
    if (this.#pinned?.size !== this.#frontier.size) return;
    if (!equalBytes(this.#pinned.root, this.#frontier.root())) {
      this.#faults.add(
        "rolled-back",
        `record ${this.#pinned.size}`,
        "the log did not grow from the earlier checkpoint"
      );
    }
  }
  #setAside(content) {
    const at = /"at":"([^"]*)"/.exec(content)?.[1] ?? null;
    this.#pending.count++;
    if (at !== null && (this.#pending.oldest === null || at < this.#pending.oldest)) this.#pending.oldest = at;
  }
  /** Keeps what a tile should hold, and compares each tile once it is full. */
  async #store(node) {
    const place = this.#source.tiles && slotOf(node);
    if (place === void 0) return;
    this.#edge[place.level] ??= [];
    const edge = this.#edge[place.level];
    edge.push(node.hash);
    if (edge.length === TILE_WIDTH) {
      await this.#compareTile(place.level, place.index, edge);
      this.#edge[place.level] = [];
    }
  }
  async #compareTile(level, index, hashes) {
    const [stored] = await this.#source.tiles.read([{ level, index }]);
    const where = `tile ${index} of level ${level}`;
    if (stored === void 0) return this.#faults.add("tile", where, "is missing");
    if (equalBytes(stored, Buffer.concat(hashes))) return;
    const wrong2 = hashes.findIndex(
      (hash2, at) => toHex(stored.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)) !== toHex(hash2)
    );
    this.#faults.add(
      "tile",
      where,
      wrong2 < 0 ? "holds more hashes than there are" : `hash ${wrong2} is not that of the records`
    );
  }
  async #compareEdge() {
    if (this.#source.tiles === void 0) return;
    const { size } = this.#frontier;
    for (const [level, hashes] of this.#edge.entries()) {
      if (hashes.length > 0) await this.#compareTile(level, Math.floor(hashesAt(level, size) / TILE_WIDTH), hashes);
    }
    const expected = [...tilesOf(size)].length;
    if (this.#source.tiles.count !== expected) {
      this.#faults.add("tile", "the tree", `has ${this.#source.tiles.count} tiles instead of ${expected}`);
    }
  }
};

// packages/crypto/src/log/verify-selection.ts
async function verifySelection(header, records, verifierKey = header.verifierKey) {
  const faults = new Faults();
  const erasures = new Erasures();
  if (verifierKey !== header.verifierKey) faults.add("key", "the export", "names another key than the node's");
  const head = openHead(header, verifierKey, faults);
  let count3 = 0;
  for await (const record of records) {
    count3++;
    const leafHash = verifyRecord(record, erasures, faults);
    if (record.parts?.some(({ erasedBy }) => erasedBy !== null)) {
      faults.add("column", placeOf2(record), "names the record of an erasure, which a selection cannot show");
    }
    if (head === void 0) continue;
    const { index } = record;
    const path = readPath(record.path ?? null);
    if (index === null || !verifyInclusion({ leafHash, index, size: head.size, root: head.root, path })) {
      faults.add("position", placeOf2(record), "the path does not lead from the record to the root");
    }
  }
  return {
    origin: header.origin,
    verifierKey,
    size: count3,
    root: "",
    checkpoints: head === void 0 ? 0 : 1,
    erased: erasures.count,
    lost: 0,
    pending: { count: 0, oldest: null },
    checkpoint: head === void 0 ? null : header.checkpoint,
    faults: faults.list,
    faultCount: faults.count
  };
}
function openHead(header, verifierKey, faults) {
  try {
    const head = openCheckpoint(header.checkpoint, parseVerifierKey(verifierKey));
    if (head.size !== header.size)
      faults.add("size", "the export", `is of ${header.size} records, its head of ${head.size}`);
    if (head.origin !== header.origin) faults.add("key", "the export", "the head is that of another log");
    return head;
  } catch (error) {
    faults.add("signature", "the head", error.message);
    return void 0;
  }
}

// packages/cli/src/offline/export-lines.ts
import { createReadStream } from "node:fs";
var LONGEST_LINE = 16 * 1024 * 1024;
var NEWLINE = 10;
async function* readExportLines(file) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let number = 0;
  let pieces = [];
  let length = 0;
  const finish = () => {
    const line = Buffer.concat(pieces);
    pieces = [];
    length = 0;
    number++;
    try {
      return { number, text: decoder.decode(line) };
    } catch {
      throw new Refusal("not-json", `line ${number}: the bytes are not UTF-8`);
    }
  };
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      pieces.push(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    pieces.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > LONGEST_LINE) throw new Refusal("not-json", `line ${number + 1} is longer than any record`);
  }
  if (length > 0) throw new Refusal("not-json", `line ${number + 1} is cut off: the file ends without a newline`);
}

// packages/cli/src/offline/verify-export.ts
async function verifyExport(file, trust) {
  const lines = readExportLines(file);
  const { value: first, done } = await lines.next();
  if (done) throw new Refusal("not-json", "the file is empty");
  const header = atLine(first.number, () => readHeader(first.text));
  if (!header.complete && trust.pinned !== void 0) {
    throw new Refusal("malformed-leaf", "a selection of records cannot be compared with an earlier checkpoint");
  }
  const records = readRecords(lines, header);
  const verdict = header.complete ? await verifyLog({ ...header, records, checkpoints: onlyHead(header) }, trust) : await verifySelection(header, heldOnly(records), trust.verifierKey);
  return { header, verdict };
}
async function* readRecords(lines, header) {
  for await (const { number, text: text2 } of lines) yield atLine(number, () => readRecord(text2, header));
}
async function* heldOnly(records) {
  for await (const record of records) if (!("lostHash" in record)) yield record;
}
async function* onlyHead({ size, checkpoint }) {
  yield { size, note: checkpoint };
}
function atLine(number, read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, `line ${number}: ${error.message}`);
    throw error;
  }
}

// packages/crypto/src/act/register-view.ts
function viewRegister(register, moment) {
  const { organisation, head, nodes, treaties } = register;
  return {
    organisation,
    head: { ...head },
    members: [...register.members.keys()].map((state) => viewMember(register, state, moment)),
    nodes: [...nodes.values()].map(({ record, keys }) => ({
      id: record.id,
      holder: record.holder,
      of: record.of,
      address: record.address,
      record: toHex(hashNodeRecord(record)),
      log: record.log,
      witness: record.witness,
      keys: keys.map(({ use, id, from, until, revoked }) => ({
        use,
        id,
        status: moment < from ? "awaited" : until === null || moment < until ? "in-force" : revoked ? "revoked" : "retired",
        from,
        until
      }))
    })),
    treaties: [...treaties].map(([id, inForceFrom]) => ({ id, inForceFrom }))
  };
}
function viewMember(register, state, moment) {
  const { since, standing } = register.members.get(state);
  const ahead = standing.filter(({ from: from2 }) => from2 > moment);
  if (moment < since) return { state, status: "awaited", from: since, ahead };
  const from = standing.filter((change) => change.from <= moment).at(-1)?.from ?? since;
  return { state, status: isActiveAt(register, state, moment) ? "active" : "suspended", from, ahead };
}

// packages/cli/src/offline/verify-register.ts
function verifyRegister(file, pin, now) {
  const acts = readActFile(file);
  const register = foldActs(acts, pin);
  return { ...viewRegister(register, now.toISOString()), pin, decidedAt: lastConsent(acts.at(-1)) };
}
function readPin(text2) {
  return text2.replaceAll(/\s/g, "").toLowerCase();
}
function lastConsent({ consents }) {
  return consents.map(({ at }) => at).sort().at(-1);
}

// packages/cli/src/offline/entente-verify.ts
var USAGE = `Checks what an Entente node has handed out, on any machine with Node 20 or newer.

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
var [OK, NO, UNUSABLE] = [0, 1, 2];
var LARGEST_DOCUMENT = 4 * 1024 * 1024;
var LARGEST_REGISTER = 64 * 1024 * 1024;
var Unusable = class extends Error {
};
var CHECKS = {
  proof: async (file, { key }) => {
    const proven = verifyProof(parseJson(await readDocument(file)), key);
    const { leaf, ...rest } = proven;
    const record = { id: leaf.id, at: leaf.at, event: leaf.event, actor: leaf.actor, outcome: leaf.outcome };
    return { code: OK, text: describeProven(proven, originOf(key)), json: { verifies: true, record, ...rest } };
  },
  log: async (file, { key, checkpoint }) => {
    const pinned = checkpoint === void 0 ? void 0 : await readDocument(checkpoint);
    const { header, verdict } = await verifyExport(file, { verifierKey: key, pinned });
    const verifies = verdict.faultCount === 0;
    const source = header.complete ? "The whole log" : "The selection from the log";
    const text2 = describeVerdict(verdict, source, originOf(key));
    return { code: verifies ? OK : NO, text: text2, json: { verifies, complete: header.complete, ...verdict } };
  },
  register: async (file, { pin }) => {
    const verified2 = verifyRegister(await readDocument(file, LARGEST_REGISTER), pinOf(pin), /* @__PURE__ */ new Date());
    return { code: OK, text: describeVerified(verified2), json: { verifies: true, ...verified2 } };
  },
  evidence: async (file, { pin, register, "show-body": showBody = false }) => {
    const trusted = pinOf(pin);
    const known = register === void 0 ? void 0 : readActFile(await readDocument(register, LARGEST_REGISTER));
    const { envelope, ...verified2 } = verifyEvidence(await readDocument(file, LARGEST_REGISTER), trusted, known);
    const text2 = describeEvidence({ envelope, ...verified2 }, showBody);
    const shown = { ...verified2, erased: envelope === null, ...showBody && { envelope } };
    return { code: OK, text: text2, json: { verifies: true, ...shown } };
  }
};
function pinOf(pin) {
  if (pin === void 0) throw new Unusable(`--pin is needed: without it anyone's register would do.

${USAGE}`);
  return readPin(pin);
}
var originOf = (key) => key === void 0 ? "beside" : "given";
async function run(args) {
  try {
    const { values, positionals } = readArguments(args);
    const [word = "", file, ...rest] = positionals;
    const check = Object.hasOwn(CHECKS, word) ? CHECKS[word] : void 0;
    if (check === void 0 || file === void 0 || rest.length > 0) throw new Unusable(USAGE);
    if (values.key !== void 0) checkKey(values.key);
    const { code, text: text2, json } = await check(file, values);
    process.stdout.write(values.json ? `${JSON.stringify(json)}
` : text2);
    return code;
  } catch (error) {
    return explain(error, args.includes("--json"));
  }
}
function explain(error, json) {
  if (error instanceof Refusal) {
    if (json)
      process.stdout.write(`${JSON.stringify({ verifies: false, code: error.code, message: error.message })}
`);
    else process.stdout.write(`It does NOT verify: ${error.message} [${error.code}]
`);
    return NO;
  }
  if (!(error instanceof Unusable) && error.syscall === void 0) throw error;
  process.stderr.write(error instanceof Unusable ? error.message : `Cannot read the file: ${error.message}
`);
  return UNUSABLE;
}
function readArguments(args) {
  const options = {
    key: { type: "string" },
    checkpoint: { type: "string" },
    pin: { type: "string" },
    register: { type: "string" },
    "show-body": { type: "boolean" },
    json: { type: "boolean" }
  };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Unusable(`${error.message}

${USAGE}`);
  }
}
function checkKey(key) {
  try {
    parseVerifierKey(key);
  } catch (error) {
    throw new Unusable(`--key: ${error.message}
`);
  }
}
async function readDocument(file, largest = LARGEST_DOCUMENT) {
  const { size } = await stat(file);
  if (size > largest) throw new Refusal("not-json", "the file is larger than any of its kind");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    if (error.syscall !== void 0) throw error;
    throw new Refusal("not-json", "the bytes are not UTF-8");
  }
}
process.exitCode = await run(process.argv.slice(2));
