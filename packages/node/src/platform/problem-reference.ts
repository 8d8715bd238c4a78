import { existsSync, readdirSync } from 'node:fs';
import { PROBLEMS, type ProblemKind } from './problem.ts';

/** Problems of one part of the node. */
export interface Catalogue {
  part: string;
  kinds: ProblemKind[];
}

const CAPABILITIES = new URL('../capabilities/', import.meta.url);

/** The problems any request can meet, then those of every room that has a `problems.ts`. */
export async function readCatalogues(): Promise<Catalogue[]> {
  const catalogues: Catalogue[] = [{ part: 'every room', kinds: Object.values(PROBLEMS) }];
  for (const part of readdirSync(CAPABILITIES).sort()) {
    const file = new URL(`${part}/problems.ts`, CAPABILITIES);
    if (!existsSync(file)) continue;
    const exported = (await import(file.href)) as Record<string, Record<string, ProblemKind>>;
    catalogues.push({ part, kinds: Object.values(exported).flatMap((kinds) => Object.values(kinds)) });
  }
  return catalogues;
}

/** docs/reference/problems.md, from the catalogues. */
export async function describeProblems(): Promise<string> {
  const sections = (await readCatalogues()).map(({ part, kinds }) => {
    const rows = [...kinds]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map((kind) => `| \`${kind.code}\` | ${kind.status} | ${kind.title} | ${kind.remedy} |`);
    return `## ${part}\n\n| code | status | what happened | what to do |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Problems

Every refusal is an \`application/problem+json\` document (RFC 9457). \`code\` is its stable name, \`type\` is
\`urn:entente:problem:\` and the code; \`instance\` carries the id of the request, by which the operator finds it in the
log. \`errors\` names fields that fail their contract, each as a JSON pointer (RFC 6901) and a reason; values are never repeated.
\`current\` is the thing as it is now, where a change was refused because somebody else had changed it meanwhile.

${sections.join('\n')}`;
}
