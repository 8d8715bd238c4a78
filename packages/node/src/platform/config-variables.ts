import {
  addresses,
  bodyId,
  databaseUrl,
  hostName,
  listenAddress,
  oneOf,
  path,
  port,
  stateCode,
  wholeNumber,
} from './config-values.ts';

/** One setting of a node, read from the environment. */
export interface Variable<Value> {
  name: `ENTENTE_${string}`;
  /** What it sets, for the reference page. */
  meaning: string;
  /** The default as a text to parse; undefined where it follows from other settings or is absent. */
  preset?: string;
  /** What holds without it, in words, where `preset` cannot say it. */
  otherwise?: string;
  /** Shown as set or not set, never with its value. */
  secret?: true;
  /** Returns the value; throws an Error whose message follows the text, as in "is not a port". */
  parse(text: string): Value;
}

function variable<Value>(described: Variable<Value>): Variable<Value> {
  return described;
}

/** Every setting there is, in the order of the reference page. */
export const VARIABLES = {
  state: variable({
    name: 'ENTENTE_STATE',
    meaning: 'The state whose node this is, as ISO 3166-1 alpha-2 code.',
    preset: 'KZ',
    parse: stateCode,
  }),
  body: variable({
    name: 'ENTENTE_BODY',
    meaning: "The permanent body whose node this is, by its id in the profile; `ENTENTE_STATE` is then its seat's.",
    otherwise: "the node is the state's own",
    parse: bodyId,
  }),
  profile: variable({
    name: 'ENTENTE_PROFILE',
    meaning: "The folder of the organisation's profile.",
    otherwise: '`profiles/sco-2018` in the project',
    parse: path,
  }),
  dataDir: variable({
    name: 'ENTENTE_DATA_DIR',
    meaning: "The node's data folder: its keys, the embedded database, files on their way in. Back it up, guard it.",
    otherwise: '`.entente/<state or body>` in the project',
    parse: path,
  }),
  nodeKeyFile: variable({
    name: 'ENTENTE_NODE_KEY_FILE',
    meaning:
      "The file of the node's signing key (Ed25519), made when the node is founded, readable by its owner alone.",
    otherwise: '`node.key` in the data folder',
    parse: path,
  }),
  keyFile: variable({
    name: 'ENTENTE_KEY_FILE',
    meaning:
      'The file of the keys that personal data is sealed with, made when the node is founded, readable by its owner alone. Without it nobody reads the personal data again: back it up, apart from the database.',
    otherwise: '`records.keys` in the data folder',
    parse: path,
  }),
  oversightKeyFile: variable({
    name: 'ENTENTE_OVERSIGHT_KEY_FILE',
    meaning:
      'The file of the private key of oversight, made when the node is founded, readable by its owner alone. Oversight may take it off the node; questions of checks then open with `entente screening open-query` alone.',
    otherwise: '`oversight.key` in the data folder',
    parse: path,
  }),
  host: variable({
    name: 'ENTENTE_HOST',
    meaning: 'The address to listen on.',
    preset: '127.0.0.1',
    parse: listenAddress,
  }),
  port: variable({
    name: 'ENTENTE_PORT',
    meaning: 'The port to listen on; 0 takes any free one.',
    preset: '8700',
    parse: port,
  }),
  publicHost: variable({
    name: 'ENTENTE_PUBLIC_HOST',
    meaning: "The name officers' browsers use for this node. Requests that name another host are refused.",
    otherwise: '`<state or body>.localhost`, e.g. `kz.localhost`',
    parse: hostName,
  }),
  peerHost: variable({
    name: 'ENTENTE_PEER_HOST',
    meaning:
      'The address to listen on for the nodes of other members, which speak mutual TLS with keys the register pins; no proxy that ends TLS may stand in front.',
    preset: '127.0.0.1',
    parse: listenAddress,
  }),
  peerPort: variable({
    name: 'ENTENTE_PEER_PORT',
    meaning:
      "The port to listen on for the nodes of other members; what the register has as this node's address leads to it. Nothing listens while the node is in no organisation.",
    otherwise: '`ENTENTE_PORT` and a thousand, e.g. `9700`',
    parse: port,
  }),
  witnessSeconds: variable({
    name: 'ENTENTE_WITNESS_SECONDS',
    meaning:
      "From one round of witnessing to the next: this node asks the others to cosign its log's head, and all compare the heads they have seen.",
    preset: '60',
    parse: wholeNumber(1, 3600),
  }),
  trustedProxies: variable({
    name: 'ENTENTE_TRUSTED_PROXIES',
    meaning:
      "Addresses and ranges of the proxies in front, which end TLS; their `X-Forwarded-*` headers are believed, and no one else's. Needed as soon as the node listens beyond this machine.",
    otherwise: 'none: the node is spoken to directly, on this machine',
    parse: addresses,
  }),
  databaseUrl: variable({
    name: 'ENTENTE_DATABASE_URL',
    meaning:
      'A PostgreSQL server of your own (version 15 or newer), as `postgresql://user:password@host:port/database`.',
    otherwise: 'the node runs a PostgreSQL 18 of its own in the data folder',
    secret: true,
    parse: databaseUrl,
  }),
  databaseConnections: variable({
    name: 'ENTENTE_DATABASE_CONNECTIONS',
    meaning: 'How many connections to the database one process holds at most.',
    preset: '16',
    parse: wholeNumber(4, 500),
  }),
  searchThreads: variable({
    name: 'ENTENTE_SEARCH_THREADS',
    meaning:
      'Threads that search names beside the one that serves requests, once twenty thousand are held; 0 searches in that one.',
    otherwise: 'as many as there are processors',
    parse: wholeNumber(0, 32),
  }),
  snapshotMinutes: variable({
    name: 'ENTENTE_SNAPSHOT_MINUTES',
    meaning:
      'From one writing of the index to the data folder, sealed, to the next: a restart reads it and catches up. What was erased is off the disk so much later at most. 0 writes none.',
    preset: '15',
    parse: wholeNumber(0, 1440),
  }),
  logLevel: variable({
    name: 'ENTENTE_LOG_LEVEL',
    meaning: 'The least level that is logged: `trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`.',
    preset: 'info',
    parse: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
  }),
  drainSeconds: variable({
    name: 'ENTENTE_DRAIN_SECONDS',
    meaning: 'How long requests under way may take to end when the node is stopped.',
    preset: '10',
    parse: wholeNumber(0, 600),
  }),
};
