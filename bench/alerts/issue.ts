import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import type { AlertView, Assessment } from '@entente/contracts/alerts/alert';
import type { Catalogue } from '@entente/contracts/alerts/catalogue';
import type { CheckAnswer } from '@entente/contracts/screening';
import { lawfulContent } from '@entente/testkit/alerts/lawful';
import { HttpOfficer } from '@entente/testkit/demonstration/http-officer';
import { officerWith } from '@entente/testkit/officers';
import { type Figures, figuresOf } from '../screening/figures.ts';

const ENTENTE = fileURLToPath(new URL('../../packages/cli/src/entente.ts', import.meta.url));
const PURPOSE = 'alert-management';

/** Milliseconds from the approval's answer to the first check that meets the alert, over HTTP on a demonstration node. */
export async function measureIssue(count: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  const node = spawn(process.execPath, [ENTENTE, 'demonstration', '--nodes', '1', '--json', '--travellers', '0'], {
    env: { ...process.env, ENTENTE_DATA_DIR: folder, ENTENTE_PORT: '0', ENTENTE_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(node, 'exit');
  try {
    const [line] = (await once(createInterface(node.stdout), 'line')) as [string];
    const { host, port } = new URL((JSON.parse(line) as { address: string }).address);
    const reach = { host, port: Number(port) };
    const author = await HttpOfficer.signIn(reach, officerWith('contact-point-officer'));
    const reviewer = await HttpOfficer.signIn(reach, officerWith('reviewer'));
    const desk = await HttpOfficer.signIn(reach, officerWith('border-officer'));
    const { categories } = await author.must<Catalogue>('GET', '/api/alerts/catalogue');
    const witness = categories.find(({ id }) => id === 'witness')!;
    const times: number[] = [];
    for (let seed = 0; seed < count; seed++) {
      const content = lawfulContent(witness, 70_000 + seed, { now: new Date(), state: { iso3: 'KAZ' } });
      const submitted = await submit(author, content);
      const decision = { decision: 'approve', reasons: 'Papers compared with the file.', answers: {} };
      const review = { revision: submitted.revision, ...decision };
      const approved = await reviewer.must<AlertView>('POST', `/api/alerts/${submitted.id}/review`, review, PURPOSE);
      const began = performance.now();
      const body = { by: 'text', text: approved.latin ?? approved.name };
      for (;;) {
        const { candidates } = await desk.must<CheckAnswer>('POST', '/api/screening/checks', body, 'border-check');
        if (candidates.some(({ key }) => key === `alert/${approved.id}`)) break;
      }
      times.push(performance.now() - began);
    }
    return figuresOf(times);
  } finally {
    node.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

async function submit(author: HttpOfficer, content: object): Promise<AlertView> {
  const drafted = await author.must<AlertView>('POST', '/api/alerts', { content }, PURPOSE);
  const path = `/api/alerts/${drafted.id}`;
  const { alike } = await author.must<Assessment>('GET', `${path}/assessment`, undefined, PURPOSE);
  const considered = alike.map(({ source, ref }) => ({ source, ref, why: 'Born elsewhere, another father.' }));
  return await author.must<AlertView>(
    'POST',
    `${path}/submission`,
    { revision: drafted.revision, considered },
    PURPOSE,
  );
}
