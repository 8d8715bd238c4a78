import type { AlertContent } from '@entente/contracts/alerts/content';
import { ALERT_RULES, type AlertRule } from '@entente/contracts/alerts/rules';
import type { Language } from '@entente/contracts/terms';
import { assessContent, type Circumstances, explainRefusal, findSuspectTerms, readContent } from '@entente/node/alerts';
import { readWritten, type WrittenContent } from '../../alerts/contents.ts';
import { readCircumstances, readLanguage } from '../../alerts/words.ts';
import { type Command, CommandError, EXIT } from '../../command.ts';

/** What stands in the way of one content. A fault of its shape has no rule. */
interface Verdict {
  file: string;
  index: number | undefined;
  category: string | undefined;
  kind: string | undefined;
  lawful: boolean;
  refusals: { rule?: string; pointer: string; says: string; source?: string }[];
  suspectTerms: string[];
}

export const command: Command = {
  summary: 'Weigh contents of alerts by every rule, without a node',
  usage: 'FILE… [--kind KIND] [--before FILE] [--state CODE] [--today YYYY-MM-DD] [--language CODE]',
  details: `
Reads JSON files, each one content or an array of contents as POST /api/alerts takes them; - reads standard input. Says
of each which rule refuses it, at which field and why, and which words a reviewer would have to answer for. No database,
no server; nothing is recorded.

  --kind KIND      issue, amendment or extension; issue if not given
  --before FILE    for an amendment or an extension: the content in force
  --state CODE     ISO 3166-1 alpha-2 code of the state that issues; ENTENTE_STATE if not given
  --today DATE     the day it is; today if not given
  --language CODE  en, ru or zh: the language of the sentences; en if not given
  --json           one array: file, index, lawful, refusals with rule, pointer, says and source, suspectTerms

Duplicates are not looked for, and the second officer's review is not foreseen. Rules: docs/reference/alert-rules.md. The
exit code is 1 when any content is refused.

  ./entente alerts validate drafts.json --state KZ --language ru`,
  options: {
    kind: { type: 'string' },
    before: { type: 'string' },
    state: { type: 'string' },
    today: { type: 'string' },
    language: { type: 'string' },
  },
  run: async (invocation, io) => {
    const { words, json } = invocation;
    if (words.length === 0) throw new CommandError('a FILE is missing', EXIT.usage);
    const language = readLanguage(invocation);
    const circumstances = await readCircumstances(invocation, io);
    const verdicts: Verdict[] = [];
    for (const file of words) {
      for (const written of await readWritten(file, io)) verdicts.push(judge(written, circumstances, language));
    }
    io.out(json ? `${JSON.stringify(verdicts)}\n` : `${verdicts.map(describe).join('\n')}\n${summarise(verdicts)}\n`);
    return verdicts.every(({ lawful }) => lawful) ? EXIT.ok : EXIT.no;
  },
};

function judge({ file, index, value }: WrittenContent, circumstances: Circumstances, language: Language): Verdict {
  const read = readContent(value);
  if (!read.ok) {
    const refusals = read.faults.map(({ pointer, reason }) => ({ pointer, says: reason }));
    return { file, index, category: undefined, kind: undefined, lawful: false, refusals, suspectTerms: [] };
  }
  const refusals = findRefusals(read.content, circumstances, language);
  return {
    file,
    index,
    category: read.content.category,
    kind: read.content.subject.kind,
    lawful: refusals.length === 0,
    refusals,
    suspectTerms: findSuspectTerms(read.content, circumstances.grounds),
  };
}

function findRefusals(content: AlertContent, circumstances: Circumstances, language: Language): Verdict['refusals'] {
  return assessContent(content, circumstances).map((refusal) => ({
    rule: refusal.rule,
    pointer: refusal.pointer,
    says: explainRefusal(refusal, language).slice(refusal.rule.length + 2),
    source: ALERT_RULES[refusal.rule as AlertRule].source,
  }));
}

function describe({ file, index, category, kind, lawful, refusals, suspectTerms }: Verdict): string {
  const place = `${file === '-' ? 'standard input' : file}${index === undefined ? '' : `, number ${index + 1}`}`;
  const subject = category === undefined ? '' : ` (${category}, ${kind})`;
  const lines = [
    `${place}${subject}: ${lawful ? 'lawful' : 'refused'}`,
    ...refusals.map(({ rule = 'contract', pointer, says }) => `  ${rule} at ${pointer || '/'}\n      ${says}`),
    ...(suspectTerms.length > 0 ? [`  the reviewer must answer for: ${suspectTerms.join(', ')}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function summarise(verdicts: readonly Verdict[]): string {
  const refused = verdicts.filter(({ lawful }) => !lawful).length;
  return `${verdicts.length} weighed, ${refused} refused`;
}
