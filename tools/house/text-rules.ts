import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Finding } from './imports.ts';
import { PURE_PACKAGES, ROOM_FILES, ROOM_FOLDERS, ROOMS } from './plan.ts';

/** A rule that reads one file's path and text, and says what is wrong with it, if anything. */
export interface TextRule {
  name: string;
  reason: string;
  /** Which files it reads. */
  reads: RegExp;
  except?: RegExp;
  fault(path: string, text: string): string | undefined;
}

const TEST = /\.test\.tsx?$/;
const CAPABILITIES = 'packages/node/src/capabilities';
const PURE = Object.keys(PURE_PACKAGES).join('|');

/** Every rule on names and text. Each has a violating fixture in fixtures.ts. */
export const TEXT_RULES: TextRule[] = [
  {
    name: 'plain-names',
    reason: 'Name what is inside; a drawer for everything holds nothing anyone can find.',
    reads: /./,
    fault: (path) => matched(path, /(^|[/.-])(utils?|helpers?|common|misc|managers?)([/.-]|$)/i),
  },
  {
    name: 'kebab-case',
    reason: 'One spelling for file names, so that a path can be guessed.',
    reads: /^(packages|tools|bench|tests)\/.*\.(ts|tsx|mjs|sql)$/,
    fault: (path) => (/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(basename(path)) ? undefined : basename(path)),
  },
  {
    name: 'room-files',
    reason: 'A room has only the files of the house plan; one that grows becomes a folder of the same name.',
    reads: new RegExp(`^${CAPABILITIES}/`),
    fault: (path) => strangerInRoom(path),
  },
  {
    name: 'no-capability-outside-plan',
    reason: 'A room stands in the plan before it has a folder.',
    reads: new RegExp(`^${CAPABILITIES}/`),
    fault: (path) => (roomOf(path) in ROOMS ? undefined : roomOf(path)),
  },
  {
    name: 'no-sql-outside-store',
    reason: 'SQL stands in the store of the room that owns the schema.',
    reads: /^packages\/.*\.tsx?$/,
    except: /\.test\.ts$|\/store(\.ts|\/)|\/platform\/database\/|^packages\/testkit\//,
    fault: (_, text) => matched(text, /\bsql`|\.(selectFrom|insertInto|updateTable|deleteFrom|withTables)\b/),
  },
  {
    name: 'no-inline-import-type',
    reason: 'The import rules do not see import("…").T.',
    reads: /^(packages|tools|bench|tests)\/.*\.tsx?$/,
    except: /^tools\/house\//,
    fault: (_, text) => matched(text, /\bimport\(\s*['"][^'"]+['"]\s*\)\s*\.\s*[A-Z]/),
  },
  {
    name: 'no-clock-in-decisions',
    reason: 'Time and chance are passed in, so that a decision can be repeated.',
    reads: new RegExp(`^packages/(${PURE})/src/|^${CAPABILITIES}/[^/]+/(model|rules|policy)(\\.ts|/)`),
    except: TEST,
    fault: (_, text) =>
      matched(text, /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bprocess\.env\b/),
  },
  {
    name: 'no-locale-in-matching',
    reason: 'The same names give the same answer on every machine.',
    reads: /^packages\/matching\/src\//,
    fault: (_, text) =>
      matched(text, /\.(localeCompare|toLocale\w+)\(|\bIntl\.(Collator|DateTimeFormat|NumberFormat)\b/),
  },
  {
    name: 'second-look-at-400',
    reason: 'A file of more than 400 lines holds a second idea. A table says so in its first line: "// Table: …".',
    reads: /^(packages|tools|bench)\/.*\.(ts|tsx)$/,
    except: TEST,
    fault: (_, text) => tooLong(text),
  },
  {
    name: 'no-type-escape',
    reason: 'What the compiler is told to ignore, nobody checks.',
    reads: /^(packages|tools|bench|tests)\/.*\.tsx?$/,
    except: /^tools\/house\//,
    fault: (_, text) => matched(text, /@ts-(ignore|nocheck)|\bas any\b|: any(?=[;,)=\]>\s]*$|[;,)=\]>])/m),
  },
];

/** Reads `files` (paths below `root`) and returns what breaks a rule. */
export async function checkText(root: string, files: string[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const path of files) {
    const rules = TEXT_RULES.filter((rule) => rule.reads.test(path) && !rule.except?.test(path));
    const text = rules.length > 0 && /\.(tsx?|mjs|sql)$/.test(path) ? await readFile(join(root, path), 'utf8') : '';
    for (const rule of rules) {
      const what = rule.fault(path, text);
      if (what !== undefined) found.push({ rule: rule.name, where: path, what });
    }
  }
  return found;
}

function matched(text: string, pattern: RegExp): string | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const line = text.slice(0, match.index).split('\n').length;
  return text.includes('\n') ? `line ${line}: ${match[0].trim()}` : match[0];
}

function roomOf(path: string): string {
  return path.slice(CAPABILITIES.length + 1).split('/')[0] ?? '';
}

function strangerInRoom(path: string): string | undefined {
  const [room = '', entry = ''] = path.slice(CAPABILITIES.length + 1).split('/');
  const name = entry.replace(/\.(db\.)?(test\.)?ts$/, '');
  const allowed: readonly string[] = [...ROOM_FILES, ...(ROOM_FOLDERS[room] ?? [])];
  return allowed.includes(name) ? undefined : entry;
}

function tooLong(text: string): string | undefined {
  const lines = text.split('\n').length;
  return lines > 400 && !text.startsWith('// Table: ') ? `${lines} lines` : undefined;
}
