/** What each room of the node may use: the rooms upstream of it (design, section 3). The one table the import rules are made from. */
export const ROOMS = {
  audit: [],
  membership: ['audit'],
  access: ['audit', 'membership'],
  exchange: ['audit', 'membership', 'access'],
  decisions: ['audit', 'membership', 'access', 'exchange'],
  alerts: ['audit', 'membership', 'access', 'exchange'],
  screening: ['audit', 'membership', 'access', 'exchange', 'alerts'],
  cases: ['audit', 'membership', 'access', 'exchange', 'alerts', 'screening'],
} as const satisfies Record<string, readonly string[]>;

/** What each package may use of the others. The console and the portal know the contracts, never the node. */
export const PACKAGES = {
  contracts: [],
  crypto: [],
  matching: [],
  node: ['contracts', 'crypto', 'matching'],
  testkit: ['contracts', 'crypto', 'matching', 'node'],
  cli: ['contracts', 'crypto', 'matching', 'node', 'testkit'],
  console: ['contracts'],
} as const satisfies Record<string, readonly string[]>;

/** Packages that open no file, socket or process, and the built-in modules each may still use. */
export const PURE_PACKAGES = {
  contracts: [],
  crypto: ['crypto', 'buffer'],
  matching: [],
} as const satisfies Record<string, readonly string[]>;

/** Files a room may have, besides folders of the same names (examples to follow, section 1). */
export const ROOM_FILES = [
  'index',
  'model',
  'rules',
  'policy',
  'store',
  'service',
  'http',
  'exchange',
  'jobs',
  'problems',
] as const;

/** Fewer modules than this and the import rules have been reading nothing. */
export const PLAUSIBLE_MODULES = 400;

/** Folders a room has besides its files: a second subject large enough for a name of its own. */
export const ROOM_FOLDERS: Record<string, readonly string[]> = {
  access: ['cedar', 'passkeys', 'passwords'],
  alerts: ['lists', 'photographs'],
  screening: ['passengers'],
};
